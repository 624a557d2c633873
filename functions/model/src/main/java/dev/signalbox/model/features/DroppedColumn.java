package dev.signalbox.model.features;

import dev.signalbox.contract.Require;

/// A column that is no feature.
///
/// @param column as it stands in the data
/// @param reason why
public record DroppedColumn(String column, DropReason reason) {
    public DroppedColumn {
        Require.present(column, "column");
        Require.present(reason, "reason");
    }
}
