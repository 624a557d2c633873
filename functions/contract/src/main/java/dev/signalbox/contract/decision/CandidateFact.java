package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.metric.MetricValue;
import java.util.SortedMap;

/// A candidate as planners see it.
///
/// @param candidateId ours
/// @param algorithm what learned it
/// @param parameters the knobs; empty for a blend
/// @param score the primary metric on validation rows
/// @param trainScore the primary metric on training rows, to tell over- from underfit
/// @param calibrationError expected calibration error, 0 to 1; 0 for a regression
/// @param correlations of its validation errors with those of other candidates, by id
/// @param rounds boosting rounds used; 0 for other algorithms
/// @param stoppedEarly whether early stopping ended it
public record CandidateFact(
        String candidateId,
        Algorithm algorithm,
        SortedMap<Hyperparameter, Double> parameters,
        MetricValue score,
        double trainScore,
        double calibrationError,
        SortedMap<String, Double> correlations,
        int rounds,
        boolean stoppedEarly) {
    public CandidateFact {
        Require.notBlank(candidateId, "candidateId");
        Require.present(algorithm, "algorithm");
        Require.present(score, "score");
    }
}
