package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.clock.EngineClock;
import dev.signalbox.asl.history.EventType;
import dev.signalbox.asl.history.HistoryEvent;
import dev.signalbox.asl.history.HistoryListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the history of an execution. One that is silent counts only: the child executions of a distributed
/// Map have histories of their own, which are not kept.
final class Recorder {

    /// After so many events AWS ends an execution.
    static final int LIMIT = 25_000;

    private static final ObjectNode NONE = JsonNodeFactory.instance.objectNode();

    private final String executionName;
    private final EngineClock clock;
    private final HistoryListener listener;
    private final List<HistoryEvent> events;
    private final boolean silent;
    private int kept;
    private long lastId;

    private Recorder(
            String executionName,
            EngineClock clock,
            HistoryListener listener,
            List<HistoryEvent> events,
            boolean silent) {
        this.executionName = executionName;
        this.clock = clock;
        this.listener = listener;
        this.events = new ArrayList<>(events);
        this.kept = events.size();
        this.lastId = events.size();
        this.silent = silent;
    }

    /// The history of an execution.
    ///
    /// @param events what is in it already
    static Recorder of(String executionName, EngineClock clock, HistoryListener listener, List<HistoryEvent> events) {
        return new Recorder(executionName, clock, listener, events, false);
    }

    /// One that counts only.
    Recorder silenced() {
        return new Recorder(executionName, clock, listener, List.of(), true);
    }

    boolean silent() {
        return silent;
    }

    /// Writes an event and makes it the strand's last.
    long record(Strand strand, EventType type, @Nullable String name, @Nullable ObjectNode details) {
        strand.lastEventId = record(strand.lastEventId, type, name, details);
        return strand.lastEventId;
    }

    /// Writes an event that follows another one.
    long record(long previousEventId, EventType type, @Nullable String name, @Nullable ObjectNode details) {
        lastId++;
        if (!silent) {
            HistoryEvent event = new HistoryEvent(
                    lastId, previousEventId, clock.now(), type, name, details == null ? NONE : details);
            events.add(event);
            listener.happened(executionName, event);
        }
        return lastId;
    }

    /// Whether there is room for what a state writes; the last event is left for the end of the execution.
    boolean full() {
        return lastId >= LIMIT - 1;
    }

    List<HistoryEvent> events() {
        return events;
    }

    /// The events that were not taken yet.
    List<HistoryEvent> takeNew() {
        List<HistoryEvent> fresh = List.copyOf(events.subList(kept, events.size()));
        kept = events.size();
        return fresh;
    }
}
