package dev.signalbox.model.metric;

/// How much better one model is than another on the same rows, in a measure's unit; positive is better.
///
/// @param value on the rows as they are
/// @param standardError of the value, from the resamples
/// @param pValue one-sided: how probable so much gain is when there is none, 0 to 1
public record Gain(double value, double standardError, double pValue) {}
