package dev.signalbox.model.evaluate;

import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.EvaluateRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an answer of `Evaluate` depends on, besides the code.
///
/// @param valid SHA-256 of the validation matrix
/// @param features SHA-256 of the fitted features
/// @param folds SHA-256 of the folds that the candidates were cross-validated by; null for none
/// @param classes in the order of their codes
/// @param candidates id and SHA-256 of model and predictions, each
/// @param metric the primary one
/// @param seed as configured
/// @param champion SHA-256 of its model; null where there is none
/// @param championFeatures SHA-256 of its fitted features; null likewise
/// @param dataset SHA-256 of what the champion's features would be applied to; null where there is no
///     champion
/// @param findings SHA-256 of what Prepare noticed; null for nothing
record EvaluateIdentity(
        String valid,
        String features,
        @Nullable String folds,
        List<String> classes,
        List<List<String>> candidates,
        MetricName metric,
        long seed,
        @Nullable String champion,
        @Nullable String championFeatures,
        @Nullable String dataset,
        @Nullable String findings) {
    static EvaluateIdentity of(EvaluateRequest request, PipelineConfig config, @Nullable ModelVersion champion) {
        return new EvaluateIdentity(
                request.prepared().valid().sha256(),
                request.prepared().features().sha256(),
                request.prepared().folds() == null
                        ? null
                        : request.prepared().folds().matrices().sha256(),
                request.prepared().classes(),
                request.candidates().stream().map(EvaluateIdentity::identity).toList(),
                request.prepared().metricFor(config),
                config.seed(),
                champion == null ? null : champion.candidate().model().sha256(),
                champion == null ? null : champion.prepared().features().sha256(),
                champion == null || request.prepared().dataset() == null
                        ? null
                        : request.prepared().dataset().table().sha256(),
                request.prepared().findings() == null
                        ? null
                        : request.prepared().findings().sha256());
    }

    private static List<String> identity(CandidateRef candidate) {
        return List.of(
                candidate.candidateId(),
                candidate.model().sha256(),
                candidate.validPredictions().sha256());
    }
}
