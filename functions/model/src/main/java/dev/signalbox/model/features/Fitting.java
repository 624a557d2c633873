package dev.signalbox.model.features;

import java.util.List;

/// What was fitted, column by column.
///
/// @param columns that are features
/// @param dropped that are not
public record Fitting(List<FittedColumn> columns, List<DroppedColumn> dropped) {}
