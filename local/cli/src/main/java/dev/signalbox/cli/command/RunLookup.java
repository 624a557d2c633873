package dev.signalbox.cli.command;

import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.contract.Nearest;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.RunRecord;
import java.util.List;

/// Finds runs by id or by the start of it.
record RunLookup(LocalRuns runs) {
    private static final int SEARCHED = 10_000;

    /// The one run that is meant.
    ///
    /// Raises [InvalidInput] when none or several are.
    Found find(String idOrStart) {
        List<RunRecord> known = runs.environment().ledger().runs(null, SEARCHED);
        List<RunRecord> matches =
                known.stream().filter(run -> run.runId().startsWith(idOrStart)).toList();
        if (matches.size() == 1 || matches.stream().anyMatch(run -> run.runId().equals(idOrStart))) {
            RunRecord match = matches.stream()
                    .filter(run -> run.runId().equals(idOrStart))
                    .findFirst()
                    .orElse(matches.getFirst());
            return new Found(match.runId(), match.pipeline());
        }
        if (!matches.isEmpty()) {
            throw new InvalidInput(
                    "'" + idOrStart + "' is the start of " + matches.size() + " runs.",
                    "Type more of it: signalbox runs lists them.");
        }
        String nearest = Nearest.to(
                        idOrStart, known.stream().map(RunRecord::runId).toList())
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
        throw new InvalidInput(
                "There is no run '" + idOrStart + "' in this workspace." + nearest, "signalbox runs lists them.");
    }

    /// @param runId the whole id
    /// @param pipeline the pipeline's name
    record Found(String runId, String pipeline) {}
}
