package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Repair;

/// What one repair did.
///
/// @param repair as asked
/// @param changedCells cells with another value
/// @param removedRows rows taken out
/// @param removedColumns columns taken out
public record RepairEffect(Repair repair, long changedCells, long removedRows, long removedColumns) {
    public RepairEffect {
        Require.present(repair, "repair");
    }
}
