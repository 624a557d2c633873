package dev.signalbox.contract.stage;

import dev.signalbox.contract.config.ApprovalConfig;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.config.PipelineConfig;
import org.jspecify.annotations.Nullable;

/// What the machine needs of the configuration.
///
/// @param decisions junction calls
/// @param candidates models
/// @param seconds wall clock
/// @param costUsd money
/// @param concurrency of the Map over candidates
/// @param approval whether promotion waits
/// @param approvalTimeoutSeconds how long
/// @param tokens of language models
/// @param approvals what waits for a person, without their names; null in what was written before
public record RunLimits(
        int decisions,
        int candidates,
        long seconds,
        double costUsd,
        int concurrency,
        ApprovalMode approval,
        long approvalTimeoutSeconds,
        long tokens,
        @Nullable ApprovalConfig approvals) {

    /// The limits of a configuration.
    public static RunLimits of(PipelineConfig config) {
        return new RunLimits(
                config.budget().decisions(),
                config.budget().candidates(),
                config.budget().seconds(),
                config.budget().costUsd(),
                config.train().concurrency(),
                config.approval().mode(),
                config.approval().timeoutSeconds(),
                config.budget().tokens(),
                config.approval().unnamed());
    }
}
