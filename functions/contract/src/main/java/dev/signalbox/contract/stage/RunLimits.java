package dev.signalbox.contract.stage;

import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.config.PipelineConfig;

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
public record RunLimits(
        int decisions,
        int candidates,
        long seconds,
        double costUsd,
        int concurrency,
        ApprovalMode approval,
        long approvalTimeoutSeconds,
        long tokens) {

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
                config.budget().tokens());
    }
}
