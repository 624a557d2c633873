package dev.signalbox.contract.config;

import dev.signalbox.contract.Require;

/// What data is still good enough to learn from.
///
/// @param maxRejectedFraction share of rows that may be set aside before the verdict is `unusable`, 0 to 1;
///     default 0.1
/// @param maxDriftPsi population stability index from which a column counts as drifted, 0.01 to 10; default
///     0.25
/// @param newContract true infers the dataset contract anew and makes it the next version; default false
public record QualityConfig(double maxRejectedFraction, double maxDriftPsi, boolean newContract) {
    public QualityConfig {
        maxRejectedFraction = maxRejectedFraction == 0
                ? 0.1
                : Require.inRange(maxRejectedFraction, 0, 1, "quality.maxRejectedFraction");
        maxDriftPsi = maxDriftPsi == 0 ? 0.25 : Require.inRange(maxDriftPsi, 0.01, 10, "quality.maxDriftPsi");
    }

    /// Everything by default.
    public static QualityConfig defaults() {
        return new QualityConfig(0, 0, false);
    }
}
