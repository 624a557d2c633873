package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.stage.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An earlier run of the pipeline.
///
/// @param runId ours
/// @param outcome how it ended
/// @param algorithm of its challenger
/// @param score its primary metric on the holdout
/// @param data what it learned from in numbers; null where it ended before candidates were compared
/// @param best the candidate that was best by validation when the run was last decided upon; null where that
///     was a blend, or unknown
/// @param outcomes what came of its decisions, oldest first, bounded
public record MemoryFact(
        String runId,
        Outcome outcome,
        @Nullable Algorithm algorithm,
        @Nullable Double score,
        @Nullable MetaFeatures data,
        @Nullable CandidateSpec best,
        List<OutcomeFact> outcomes) {
    public MemoryFact {
        Require.notBlank(runId, "runId");
        Require.present(outcome, "outcome");
        outcomes = Require.listOrEmpty(outcomes);
    }

    /// Without what came of its decisions.
    public MemoryFact(String runId, Outcome outcome, @Nullable Algorithm algorithm, @Nullable Double score) {
        this(runId, outcome, algorithm, score, null, null, List.of());
    }
}
