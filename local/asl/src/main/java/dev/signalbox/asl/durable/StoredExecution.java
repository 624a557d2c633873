package dev.signalbox.asl.durable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.history.HistoryEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An execution as it was kept.
///
/// @param header what was known at its start
/// @param outcome where it stands
/// @param strands its live lines of execution, by id
/// @param parts the items and results of its live Maps and Parallels, by strand and ordinal
/// @param events its history, by id
public record StoredExecution(
        Header header, Outcome outcome, List<Strand> strands, List<Part> parts, List<HistoryEvent> events) {

    /// What is known at the start of an execution.
    ///
    /// @param executionName its name
    /// @param machineName the name of its machine
    /// @param definitionSha256 identifies the definition
    /// @param input its input
    /// @param startedAt when it was started
    public record Header(
            String executionName, String machineName, String definitionSha256, JsonNode input, Instant startedAt) {}

    /// Where an execution stands.
    ///
    /// @param status `RUNNING` also when its process was killed
    /// @param output present when it succeeded
    /// @param error the error name, when it has one
    /// @param cause what happened, when that is known
    public record Outcome(
            ExecutionStatus status,
            @Nullable JsonNode output,
            @Nullable String error,
            @Nullable String cause) {

        /// Neither ended nor suspended.
        public static final Outcome RUNNING = new Outcome(ExecutionStatus.RUNNING, null, null, null);
    }

    /// A line of execution: the machine itself, a branch, or an iteration.
    ///
    /// @param id counts from 1 within the execution
    /// @param body where it stands, as the interpreter writes and reads it
    public record Strand(long id, JsonNode body) {}

    /// What belongs to the Map or Parallel that a strand is in.
    ///
    /// @param strandId the strand
    /// @param ordinal the index of an iteration or branch, from 0; -1 for the items of a Map
    /// @param body its output, or the array of the items
    public record Part(long strandId, int ordinal, JsonNode body) {}
}
