package dev.signalbox.contract.stage;

/// The champion now.
///
/// @param version a new version number with the old model
/// @param restoredVersion whose model it is
public record RollbackResult(int version, int restoredVersion) {}
