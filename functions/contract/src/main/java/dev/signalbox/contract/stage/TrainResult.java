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
/// @param error the failure's class; null when trained, and in results of before
public record TrainResult(
        String candidateId,
        TrainStatus status,
        @Nullable CandidateRef candidate,
        @Nullable String reason,
        boolean cutShort,
        @Nullable String error) {
    public TrainResult {
        Require.notBlank(candidateId, "candidateId");
        Require.that(
                (status == TrainStatus.TRAINED) == (candidate != null),
                "candidate goes with the status 'trained' and only with it");
    }

    /// Of a candidate that was trained.
    public TrainResult(
            String candidateId,
            TrainStatus status,
            @Nullable CandidateRef candidate,
            @Nullable String reason,
            boolean cutShort) {
        this(candidateId, status, candidate, reason, cutShort, null);
    }
}
