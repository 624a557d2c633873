package dev.signalbox.model.train;

import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.TrainRequest;
import org.jspecify.annotations.Nullable;

/// What an answer of `Train` depends on, besides the code. Threads are no part of it: the bytes are the
/// same.
///
/// @param features SHA-256 of features.json, which has the classes' labels
/// @param train SHA-256 of the training matrix
/// @param valid SHA-256 of the validation matrix
/// @param folds SHA-256 of the folds; null for none
/// @param candidate what is trained
/// @param metric the primary metric
/// @param seed as configured
/// @param timeoutSeconds as configured
/// @param sampleFraction of this try
record TrainIdentity(
        String features,
        String train,
        String valid,
        @Nullable String folds,
        CandidateSpec candidate,
        MetricName metric,
        long seed,
        long timeoutSeconds,
        double sampleFraction) {
    static TrainIdentity of(TrainRequest request, PipelineConfig config) {
        return new TrainIdentity(
                request.prepared().features().sha256(),
                request.prepared().train().sha256(),
                request.prepared().valid().sha256(),
                request.prepared().folds() == null
                        ? null
                        : request.prepared().folds().matrices().sha256(),
                request.candidate(),
                request.prepared().metricFor(config),
                config.seed(),
                config.train().timeoutSeconds(),
                request.changes() == null ? 1 : request.changes().sampleFraction());
    }
}
