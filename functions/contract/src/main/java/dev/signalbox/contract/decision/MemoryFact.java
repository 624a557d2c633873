package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.stage.Outcome;
import org.jspecify.annotations.Nullable;

/// An earlier run of the pipeline.
///
/// @param runId ours
/// @param outcome how it ended
/// @param algorithm of its challenger
/// @param score its primary metric on the holdout
public record MemoryFact(
        String runId,
        Outcome outcome,
        @Nullable Algorithm algorithm,
        @Nullable Double score) {
    public MemoryFact {
        Require.notBlank(runId, "runId");
        Require.present(outcome, "outcome");
    }
}
