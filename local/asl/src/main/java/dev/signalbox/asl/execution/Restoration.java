package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.definition.Workflow;
import dev.signalbox.asl.durable.StoredExecution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts an execution back to where its last checkpoint left it.
final class Restoration {

    private final Execution execution;
    private final Map<Long, Map<Integer, JsonNode>> parts = new HashMap<>();

    Restoration(Execution execution) {
        this.execution = execution;
    }

    /// Rebuilds the strands and puts each on the agenda.
    void restore(StoredExecution stored, Interpreter interpreter) {
        for (StoredExecution.Part part : stored.parts()) {
            parts.computeIfAbsent(part.strandId(), id -> new HashMap<>()).put(part.ordinal(), part.body());
        }
        for (StoredExecution.Strand strand : stored.strands()) {
            rebuild(strand);
        }
        List<Strand> all = new ArrayList<>(execution.strands());
        // What is pushed last is done first: what runs goes on, the lowest first, before anything new is started.
        all.stream().filter(strand -> strand.fanOut != null).forEach(interpreter::schedule);
        all.reversed().stream().filter(strand -> strand.fanOut == null).forEach(interpreter::schedule);
    }

    private void rebuild(StoredExecution.Strand stored) {
        JsonNode body = stored.body();
        Strand parent = body.has("parent") ? execution.strand(body.get("parent").longValue()) : null;
        int ordinal = parent == null ? 0 : body.get("ordinal").intValue();
        Strand strand = new Strand(
                stored.id(),
                parent,
                ordinal,
                workflow(parent, ordinal),
                StrandCodec.origin(body, parent, execution.recorder));
        StrandCodec.restore(strand, body, parts.getOrDefault(stored.id(), Map.of()));
        execution.add(strand);
        if (parent == null) {
            execution.tokens(body.path("tokens").longValue());
        } else if (parent.fanOut != null) {
            parent.fanOut.live.put(ordinal, strand);
        }
    }

    private Workflow workflow(@Nullable Strand parent, int ordinal) {
        return parent == null ? execution.machine.definition().workflow() : FanOuts.workflow(parent.state(), ordinal);
    }
}
