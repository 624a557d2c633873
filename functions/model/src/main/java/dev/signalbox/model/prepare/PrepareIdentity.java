package dev.signalbox.model.prepare;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.SplitConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.PrepareRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an answer of `Prepare` depends on, besides the code.
///
/// @param dataset SHA-256 of the dataset
/// @param reading SHA-256 of how the dataset came out of raw rows, repairs included; null where nobody knows
/// @param holdout SHA-256 of the holdout that the user brings; null for none
/// @param profile SHA-256 of the profile, which has the columns' types
/// @param target as configured
/// @param task as configured
/// @param metric as configured; it shapes the candidates
/// @param positiveLabel as configured
/// @param ignoredColumns as configured
/// @param split as configured
/// @param algorithms as configured
/// @param candidates the budget
/// @param seed as configured
/// @param changes of this try
record PrepareIdentity(
        String dataset,
        @Nullable String reading,
        @Nullable String holdout,
        String profile,
        String target,
        @Nullable Task task,
        @Nullable MetricName metric,
        @Nullable String positiveLabel,
        List<String> ignoredColumns,
        SplitConfig split,
        List<Algorithm> algorithms,
        int candidates,
        long seed,
        @Nullable RetryChanges changes) {
    static PrepareIdentity of(PrepareRequest request, PipelineConfig config) {
        return new PrepareIdentity(
                request.dataset().table().sha256(),
                request.dataset().reading() == null
                        ? null
                        : request.dataset().reading().sha256(),
                request.holdout() == null ? null : request.holdout().table().sha256(),
                request.profile().sha256(),
                config.target(),
                config.task(),
                config.metric(),
                config.positiveLabel(),
                config.ignoredColumns(),
                config.split(),
                config.train().algorithms(),
                config.budget().candidates(),
                config.seed(),
                request.changes());
    }
}
