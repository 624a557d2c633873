package dev.signalbox.asl.expression;

import com.dashjoin.jsonata.Jsonata;
import java.util.HashMap;
import java.util.Map;

/// The expressions of a definition while it is loaded: each text is parsed once, however often it stands there and
/// whoever asks for it. Not thread-safe; what comes out of it is.
public final class ParsedExpressions {
    private final Map<String, Jsonata> byText = new HashMap<>();

    /// The parsed form of a text; throws what the parser throws, at each request again.
    Jsonata of(String text) {
        Jsonata known = byText.get(text);
        if (known != null) {
            return known;
        }
        Jsonata parsed = Jsonata.jsonata(text);
        parsed.setOutputConvertNulls(false);
        parsed.setValidateInput(false);
        CorrectedLibrary.register(parsed);
        StepFunctionsLibrary.register(parsed);
        byText.put(text, parsed);
        return parsed;
    }
}
