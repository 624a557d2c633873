package dev.signalbox.data.validate.datacontract;

import dev.signalbox.contract.Require;

/// How a column of numbers goes with the target, or with one class of it.
///
/// @param column a feature
/// @param label a class of the target; empty for a numeric one
/// @param strength rank correlation, -1 to 1
public record TargetRelation(String column, String label, double strength) {
    public TargetRelation {
        Require.present(column, "column");
        Require.present(label, "label");
    }
}
