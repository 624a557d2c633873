package dev.signalbox.data.repair;

import dev.signalbox.contract.action.ColumnType;

/// A column of a dataset under repair.
///
/// @param name as it stands in the data by now
/// @param type by now
record TableColumn(String name, ColumnType type) {}
