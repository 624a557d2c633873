package dev.signalbox.asl.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a task answers, call by call.
///
/// @param name its name in `MockedResponses`
/// @param answers by ranges of calls, in the order of the file
record MockedResponse(String name, List<Answer> answers) {

    Optional<Answer> answerTo(int call) {
        return answers.stream()
                .filter(answer -> answer.from() <= call && call <= answer.to())
                .findFirst();
    }

    /// The calls that are mocked, for messages: `0, 1-2`.
    String ranges() {
        return String.join(", ", answers.stream().map(Answer::range).toList());
    }

    /// The answer to a range of calls.
    ///
    /// @param from the first call, counted from 0
    /// @param to the last call
    /// @param result what the task returns; absent when it fails
    /// @param error the name of the error; absent when the task returns, and where the mock names none
    /// @param cause what happened; absent where the mock does not say
    /// @param takes how long the call takes on the virtual clock
    record Answer(
            int from,
            int to,
            @Nullable JsonNode result,
            @Nullable String error,
            @Nullable String cause,
            Duration takes) {
        String range() {
            return from == to ? String.valueOf(from) : from + "-" + to;
        }
    }
}
