package dev.signalbox.asl.definition;

import java.util.ArrayList;
import java.util.List;

/// Reads `Retry` and `Catch`, with the defaults of the [error
/// handling](https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html) page.
final class FaultReader {

    private static final long INTERVAL_SECONDS = 1;
    private static final long MAX_ATTEMPTS = 3;
    private static final double BACKOFF_RATE = 2.0;

    private FaultReader() {}

    static List<State.Retrier> retriers(Element state) throws MalformedDefinitionException {
        List<State.Retrier> retriers = new ArrayList<>();
        for (Element retrier : state.children("Retry")) {
            retriers.add(new State.Retrier(
                    retrier.texts("ErrorEquals"),
                    retrier.wholeNumber("IntervalSeconds").orElse(INTERVAL_SECONDS),
                    Math.toIntExact(retrier.wholeNumber("MaxAttempts").orElse(MAX_ATTEMPTS)),
                    retrier.number("BackoffRate", BACKOFF_RATE),
                    retrier.wholeNumber("MaxDelaySeconds"),
                    retrier.has("JitterStrategy")
                            && retrier.text("JitterStrategy").equals("FULL")));
        }
        return List.copyOf(retriers);
    }

    static List<State.Catcher> catchers(Element state) throws MalformedDefinitionException {
        List<State.Catcher> catchers = new ArrayList<>();
        for (Element catcher : state.children("Catch")) {
            catchers.add(new State.Catcher(catcher.texts("ErrorEquals"), DefinitionReader.completion(catcher)));
        }
        return List.copyOf(catchers);
    }
}
