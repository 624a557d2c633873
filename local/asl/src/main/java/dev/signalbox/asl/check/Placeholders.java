package dev.signalbox.asl.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives each `${Name}` that is a whole string a function of that name, so that a definition can be checked
/// as it stands in the repository, before a deployment fills its placeholders.
final class Placeholders {
    private static final Pattern WHOLE = Pattern.compile("\\$\\{([A-Za-z0-9_.:-]+)}");
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:";

    private Placeholders() {}

    static Map<String, String> in(JsonNode definition) {
        Map<String, String> arnByName = new HashMap<>();
        collect(definition, arnByName);
        return arnByName;
    }

    private static void collect(JsonNode node, Map<String, String> arnByName) {
        Matcher matcher = WHOLE.matcher(node.isTextual() ? node.textValue() : "");
        if (matcher.matches()) {
            arnByName.put(matcher.group(1), FUNCTION + matcher.group(1).replaceAll("[.:]", "-"));
        }
        node.forEach(child -> collect(child, arnByName));
    }
}
