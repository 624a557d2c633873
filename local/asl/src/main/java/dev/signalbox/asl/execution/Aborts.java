package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.definition.State;
import dev.signalbox.asl.history.EventType;
import java.util.ArrayList;
import java.util.List;

/// Stops what runs when something around it has ended.
final class Aborts {

    private final Execution execution;
    private final TaskDesk tasks;

    Aborts(Execution execution, TaskDesk tasks) {
        this.execution = execution;
        this.tasks = tasks;
    }

    /// Stops all that runs in a strand's Map or Parallel.
    ///
    /// @param becauseOfEventId the event that ended it
    void parts(Strand strand, FanOut fanOut, long becauseOfEventId) {
        List<Strand> parts = new ArrayList<>(fanOut.live.values());
        fanOut.live.clear();
        for (Strand part : parts) {
            if (fanOut.plan.kind() == FanOut.Kind.ITERATIONS) {
                strand.recorder.record(
                        becauseOfEventId, EventType.MAP_ITERATION_ABORTED, strand.stateName, index(part.ordinal));
            }
            abort(part, becauseOfEventId);
        }
    }

    /// Writes what AWS writes of the state in which a branch or iteration failed: a Task counts as aborted.
    static void failedIn(Strand part) {
        if (part.state() instanceof State.Task) {
            part.recorder.record(part.lastEventId, EventType.TASK_STATE_ABORTED, null, null);
        }
    }

    private void abort(Strand strand, long becauseOfEventId) {
        tasks.cancel(strand);
        if (strand.fanOut != null) {
            parts(strand, strand.fanOut, becauseOfEventId);
            if (strand.fanOut.plan.kind() == FanOut.Kind.CHILD_EXECUTIONS) {
                strand.recorder.record(becauseOfEventId, EventType.MAP_RUN_ABORTED, null, null);
            }
        }
        EventType aborted = StateEvents.of(strand.state()).aborted();
        if (aborted != null && !(strand.phase instanceof Phase.Ready)) {
            strand.recorder.record(becauseOfEventId, aborted, null, null);
        }
        execution.remove(strand);
    }

    /// The details of an event about an iteration.
    static ObjectNode index(int ordinal) {
        return JsonNodeFactory.instance.objectNode().put("index", ordinal);
    }
}
