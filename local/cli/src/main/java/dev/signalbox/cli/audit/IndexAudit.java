package dev.signalbox.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.cli.audit.Fault.Kind;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.runtime.store.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares what the indexes say of a run, which are written over and so not chained, with its chain.
final class IndexAudit {
    private IndexAudit() {}

    static List<Fault> of(Ledger ledger, String runId, List<RawEntry> entries) {
        List<JsonNode> events = entries.stream().map(RawEntry::event).toList();
        List<Fault> faults = new ArrayList<>();
        ledger.run(runId).ifPresent(line -> ending(line, events).ifPresent(faults::add));
        List<ModelVersion> versions =
                ledger.run(runId).map(line -> ledger.versions(line.pipeline())).orElse(List.of());
        events.stream()
                .filter(event -> type(event, "champion_moved"))
                .filter(moved -> versions.stream().noneMatch(version -> isMoved(version, runId, moved)))
                .forEach(moved -> faults.add(new Fault(
                        Kind.INDEX_DIFFERS,
                        "version " + moved.path("toVersion").asInt(),
                        "The chain says that candidate "
                                + moved.path("candidateId").asText() + " became version "
                                + moved.path("toVersion").asInt() + "; the index of versions does not.")));
        return faults;
    }

    private static Optional<Fault> ending(RunRecord line, List<JsonNode> events) {
        if (line.endedAt() == null || line.outcome() == null) {
            return Optional.empty();
        }
        String said = line.outcome().id();
        String chained = events.stream()
                .filter(event -> type(event, "run_ended"))
                .reduce((_, later) -> later)
                .map(event -> event.path("outcome").asText())
                .orElse("no end");
        return said.equals(chained)
                ? Optional.empty()
                : Optional.of(new Fault(
                        Kind.INDEX_DIFFERS,
                        "run " + line.runId(),
                        "The index of runs says that the run ended as " + said + "; its chain has " + chained + "."));
    }

    private static boolean isMoved(ModelVersion version, String runId, JsonNode moved) {
        return version.version() == moved.path("toVersion").asInt()
                && version.runId().equals(runId)
                && version.candidate()
                        .candidateId()
                        .equals(moved.path("candidateId").asText());
    }

    private static boolean type(JsonNode event, String type) {
        return event.path("type").asText().equals(type);
    }
}
