package dev.signalbox.model.features;

/// What became of a column.
sealed interface Fitted {
    /// It is a feature or several.
    ///
    /// @param column fitted
    record Kept(FittedColumn column) implements Fitted {}

    /// It is none.
    ///
    /// @param reason why
    record Dropped(DropReason reason) implements Fitted {}
}
