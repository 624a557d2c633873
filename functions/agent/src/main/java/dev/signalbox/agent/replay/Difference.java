package dev.signalbox.agent.replay;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A value that is not what it was.
///
/// @param document `view` or `decision`
/// @param pointer JSON pointer into it; empty for the whole document
/// @param recorded what was recorded; null where there was nothing, or where only its digest is known
/// @param now what is there instead; null where there is nothing
/// @param says in words, with both values
public record Difference(
        String document,
        String pointer,
        @Nullable JsonNode recorded,
        @Nullable JsonNode now,
        String says) {
    private static final int LONGEST = 200;

    /// Of a value that was recorded and another that takes its place.
    static Difference of(String document, String pointer, @Nullable JsonNode recorded, @Nullable JsonNode now) {
        return new Difference(
                document, pointer, recorded, now, pointer + " recorded " + text(recorded) + ", now " + text(now));
    }

    /// A value as JSON, cut to what a line holds.
    static String text(@Nullable JsonNode value) {
        String json = value == null ? "nothing" : value.toString();
        return json.length() <= LONGEST ? json : json.substring(0, LONGEST) + "…";
    }
}
