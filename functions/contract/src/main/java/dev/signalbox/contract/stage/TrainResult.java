package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.CandidateRef;
import org.jspecify.annotations.Nullable;

/// A model, or why there is none.
///
/// @param candidateId as asked
/// @param status a candidate that fails is a result, not a failed run
/// @param candidate null when failed
/// @param reason why it failed; null when trained
/// @param cutShort whether the time limit ended the training: the model depends on how fast the machine was,
///     and another try may give another
public record TrainResult(
        String candidateId,
        TrainStatus status,
        @Nullable CandidateRef candidate,
        @Nullable String reason,
        boolean cutShort) {
    public TrainResult {
        Require.notBlank(candidateId, "candidateId");
        Require.that(
                (status == TrainStatus.TRAINED) == (candidate != null),
                "candidate goes with the status 'trained' and only with it");
    }
}
