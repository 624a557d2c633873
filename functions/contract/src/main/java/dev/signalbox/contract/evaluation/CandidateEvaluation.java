package dev.signalbox.contract.evaluation;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A candidate on the validation rows.
///
/// @param candidateId which
/// @param algorithm what learned it
/// @param parameters its knobs; empty for a blend
/// @param metrics all that apply to the task
/// @param trainScore the primary metric on training rows
/// @param calibrationError expected calibration error, 0 to 1; 0 for a regression
/// @param calibrated whether the model carries a calibrator because that helped
/// @param rounds boosting rounds used; 0 for other algorithms
/// @param stoppedEarly whether early stopping ended it
/// @param errorCorrelations of its errors with those of other candidates, -1 to 1, by id
/// @param detail for the best candidate; null for others
public record CandidateEvaluation(
        String candidateId,
        Algorithm algorithm,
        SortedMap<Hyperparameter, Double> parameters,
        SortedMap<MetricName, MetricValue> metrics,
        double trainScore,
        double calibrationError,
        boolean calibrated,
        int rounds,
        boolean stoppedEarly,
        SortedMap<String, Double> errorCorrelations,
        @Nullable EvaluationDetail detail) {
    public CandidateEvaluation {
        Require.notBlank(candidateId, "candidateId");
        Require.present(algorithm, "algorithm");
        Require.present(metrics, "metrics");
    }
}
