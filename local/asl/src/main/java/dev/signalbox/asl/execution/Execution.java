package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.EngineSettings;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.StateMachine;
import dev.signalbox.asl.durable.Checkpoint;
import dev.signalbox.asl.durable.Checkpoints;
import dev.signalbox.asl.durable.StoredExecution;
import dev.signalbox.asl.durable.StoredExecution.Outcome;
import dev.signalbox.asl.history.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An execution under way: its strands, its history, its agenda, and what of it is not yet kept.
final class Execution {

    final EngineSettings settings;
    final StateMachine machine;
    final StoredExecution.Header header;
    final Recorder recorder;
    final Agenda agenda;

    private final Checkpoints.Journal journal;
    private final boolean durable;
    private final TreeMap<Long, Strand> strands = new TreeMap<>();
    private final Set<Strand> changed = new LinkedHashSet<>();
    private final List<Long> ended = new ArrayList<>();
    private final List<StoredExecution.Part> parts = new ArrayList<>();
    private final List<Long> finished = new ArrayList<>();
    private boolean checkpointDue;
    private Outcome outcome = Outcome.RUNNING;
    private long lastStrandId;
    private long tokens;

    Execution(EngineSettings settings, StateMachine machine, Checkpoints.Journal journal) {
        StoredExecution stored = journal.stored();
        this.settings = settings;
        this.machine = machine;
        this.journal = journal;
        this.durable = settings.checkpoints().durable();
        this.header = stored.header();
        this.agenda = new Agenda(settings.clock());
        this.recorder = Recorder.of(header.executionName(), settings.clock(), settings.listener(), stored.events());
    }

    Instant now() {
        return settings.clock().now();
    }

    boolean durable() {
        return durable;
    }

    Outcome outcome() {
        return outcome;
    }

    Collection<Strand> strands() {
        return strands.values();
    }

    Strand strand(long id) {
        Strand found = strands.get(id);
        if (found == null) {
            throw new IllegalStateException("the checkpoint of '" + header.executionName() + "' has no strand " + id);
        }
        return found;
    }

    long nextStrandId() {
        return lastStrandId + 1;
    }

    void add(Strand strand) {
        strands.put(strand.id, strand);
        lastStrandId = Math.max(lastStrandId, strand.id);
        changed.add(strand);
    }

    /// A strand is over; whatever still comes for it comes too late.
    void remove(Strand strand) {
        strand.alive = false;
        strand.ticket++;
        strand.ownVariables.values().forEach(value -> strand.store.replace(value, null));
        strands.remove(strand.id);
        changed.remove(strand);
        ended.add(strand.id);
        if (strand.fanOut != null) {
            finished.add(strand.id);
        }
    }

    void changed(Strand strand) {
        changed.add(strand);
    }

    /// Keeps a result (or the items, as ordinal -1) of a strand's Map or Parallel.
    void keepPart(Strand strand, int ordinal, JsonNode body) {
        if (durable) {
            parts.add(new StoredExecution.Part(strand.id, ordinal, body));
        }
    }

    /// Forgets the items and results of a strand's Map or Parallel.
    void forgetParts(Strand strand) {
        parts.removeIf(part -> part.strandId() == strand.id);
        finished.add(strand.id);
    }

    /// Counts the task tokens; kept with the first strand.
    long nextToken() {
        changed.add(strands.firstEntry().getValue());
        return ++tokens;
    }

    long tokens() {
        return tokens;
    }

    void tokens(long made) {
        tokens = made;
    }

    /// Something happened that must not be done again: the next commit writes.
    void checkpoint() {
        checkpointDue = true;
    }

    void commitIfDue() {
        if (checkpointDue) {
            checkpointDue = false;
            commit();
        }
    }

    void commit() {
        if (durable) {
            List<StoredExecution.Strand> written = new ArrayList<>(changed.size());
            for (Strand strand : changed) {
                written.add(new StoredExecution.Strand(strand.id, StrandCodec.write(strand, tokens)));
            }
            journal.commit(new Checkpoint(
                    outcome,
                    written,
                    List.copyOf(ended),
                    List.copyOf(parts),
                    List.copyOf(finished),
                    recorder.takeNew()));
        }
        changed.clear();
        ended.clear();
        parts.clear();
        finished.clear();
    }

    /// Ends the execution; everything that still lives in it is over.
    void end(Outcome end, long previousEventId, EventType type, @Nullable ObjectNode details) {
        recorder.record(previousEventId, type, null, details);
        for (Strand strand : List.copyOf(strands.values())) {
            remove(strand);
        }
        outcome = end;
        checkpoint();
        agenda.stop();
    }

    void suspend() {
        outcome = new Outcome(ExecutionStatus.SUSPENDED, null, null, null);
        commit();
    }
}
