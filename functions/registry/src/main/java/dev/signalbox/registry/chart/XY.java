package dev.signalbox.registry.chart;

/// A place in the units of the axes.
///
/// @param x across
/// @param y up
public record XY(double x, double y) {}
