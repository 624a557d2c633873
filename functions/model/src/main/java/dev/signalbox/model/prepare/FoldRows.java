package dev.signalbox.model.prepare;

/// One fold of a cross-validation; places in a table, each ascending, none in both.
///
/// @param train rows to learn from
/// @param valid rows to be predicted by what was learned
// Copying arrays for value semantics would double the memory of a stage; equality is never asked for.
@SuppressWarnings("ArrayRecordComponent")
record FoldRows(int[] train, int[] valid) {}
