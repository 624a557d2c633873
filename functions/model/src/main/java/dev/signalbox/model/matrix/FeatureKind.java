package dev.signalbox.model.matrix;

/// What the numbers of a feature mean.
public enum FeatureKind {
    /// A quantity; NaN is missing.
    NUMERIC,
    /// A code from 0 to `categories - 1`; NaN is missing or unseen.
    CATEGORICAL
}
