package dev.signalbox.asl.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.check.MockedResponse.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one entry of `MockedResponses`.
final class MockReader {
    private static final Pattern RANGE = Pattern.compile("\\s*([0-9]{1,9})\\s*(?:-\\s*([0-9]{1,9})\\s*)?");
    private static final int MILLIS_PER_SECOND = 1_000;

    private MockReader() {}

    static MockedResponse response(String name, JsonNode response) throws CheckException {
        List<Answer> answers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : response.properties()) {
            answers.add(answer(name, entry.getKey(), entry.getValue()));
        }
        return new MockedResponse(name, List.copyOf(answers));
    }

    private static Answer answer(String name, String range, JsonNode answer) throws CheckException {
        String place = "MockedResponses/" + name + "/" + range;
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            throw new CheckException(place + ": expected the number of a call, or a range such as 1-2");
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
        JsonNode failure = answer.get("Throw");
        JsonNode result = answer.get("Return");
        if ((failure == null) == (result == null)) {
            throw new CheckException(place + ": expected either Return or Throw, found " + answer);
        }
        if (failure != null && !failure.path("Error").isTextual()) {
            throw new CheckException(place + ": expected Throw to have an Error, found " + failure);
        }
        Duration takes =
                Duration.ofMillis((long) (answer.path("DurationSeconds").asDouble() * MILLIS_PER_SECOND));
        return failure == null
                ? new Answer(from, to, result, null, null, takes)
                : new Answer(from, to, null, text(failure, "Error"), text(failure, "Cause"), takes);
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }
}
