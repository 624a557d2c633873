package dev.signalbox.model.blend;

import dev.signalbox.contract.action.BlendMethod;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.BlendRequest;
import java.util.List;

/// What an answer of `Blend` depends on, besides the code.
///
/// @param train SHA-256 of the training matrix, on which the blend is scored
/// @param valid SHA-256 of the validation matrix
/// @param candidateId of the blend
/// @param candidates id, SHA-256 of the model and of its predictions, one after the other
/// @param method how they are combined
/// @param metric the primary metric
/// @param seed as configured
record BlendIdentity(
        String train,
        String valid,
        String candidateId,
        List<String> candidates,
        BlendMethod method,
        MetricName metric,
        long seed) {
    static BlendIdentity of(BlendRequest request, PipelineConfig config) {
        return new BlendIdentity(
                request.prepared().train().sha256(),
                request.prepared().valid().sha256(),
                request.candidateId(),
                request.candidates().stream()
                        .map(candidate -> candidate.candidateId()
                                + " " + candidate.model().sha256()
                                + " " + candidate.validPredictions().sha256())
                        .toList(),
                request.method(),
                request.prepared().metricFor(config),
                config.seed());
    }
}
