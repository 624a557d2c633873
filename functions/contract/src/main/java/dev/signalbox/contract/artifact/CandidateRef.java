package dev.signalbox.contract.artifact;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Algorithm;

/// A trained model of a run.
///
/// @param candidateId unique within the run
/// @param algorithm what learned it
/// @param model the model with its provenance
/// @param validPredictions its predictions for the rows of the validation matrix, in order
public record CandidateRef(String candidateId, Algorithm algorithm, ArtifactRef model, ArtifactRef validPredictions) {
    public CandidateRef {
        Require.notBlank(candidateId, "candidateId");
        Require.present(algorithm, "algorithm");
        Require.present(model, "model");
        Require.present(validPredictions, "validPredictions");
    }
}
