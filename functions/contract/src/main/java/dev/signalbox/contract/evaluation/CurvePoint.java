package dev.signalbox.contract.evaluation;

/// A point of a curve or scatter plot.
///
/// @param x such as the false positive rate, the recall, the prediction, the round
/// @param y such as the true positive rate, the precision, the actual value, the loss
public record CurvePoint(double x, double y) {}
