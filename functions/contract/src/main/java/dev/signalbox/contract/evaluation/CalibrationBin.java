package dev.signalbox.contract.evaluation;

/// Rows of like predicted probability.
///
/// @param predicted mean predicted probability
/// @param observed share of rows that are of the class
/// @param rows in the bin
public record CalibrationBin(double predicted, double observed, long rows) {}
