package dev.signalbox.contract.evaluation;

import dev.signalbox.contract.Require;

/// How much the primary metric loses when a feature is shuffled. Source: Breiman, Random forests, Machine
/// Learning 45, 2001.
///
/// @param feature the source column
/// @param mean loss of the primary metric, in its unit; below 0 is noise
/// @param low lowest of the repeats
/// @param high highest of the repeats
public record FeatureImportance(String feature, double mean, double low, double high) {
    public FeatureImportance {
        Require.notBlank(feature, "feature");
    }
}
