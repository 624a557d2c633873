package dev.signalbox.asl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.history.HistoryEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of an execution when [Engine#start] or [Engine#resume] returned.
///
/// @param executionName the name given at the start
/// @param status never `RUNNING`
/// @param output the output of a succeeded execution; absent otherwise
/// @param error the error name of a failed, timed-out or aborted execution; absent otherwise, and where a
///     Fail state names none
/// @param cause what happened, where that is known
/// @param history every event since the start, ids from 1 upwards
/// @param waiting the states that wait for an answer, when suspended; empty otherwise
public record ExecutionResult(
        String executionName,
        ExecutionStatus status,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause,
        List<HistoryEvent> history,
        List<WaitingTask> waiting) {

    /// Copies the lists.
    public ExecutionResult {
        history = List.copyOf(history);
        waiting = List.copyOf(waiting);
    }
}
