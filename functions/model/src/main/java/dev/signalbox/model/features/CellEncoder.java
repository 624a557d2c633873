package dev.signalbox.model.features;

/// Turns the cells of one column into the numbers of its features. Stateless, and so safe for use by several
/// threads.
///
/// Training hands over typed values and prediction hands over text: both end in the same arithmetic.
interface CellEncoder {
    /// Writes the features of a typed value: a number, a truth value as 0 or 1, or seconds since 1970.
    ///
    /// @param value NaN is missing
    /// @param out receives them from `at` on
    void number(double value, float[] out, int at);

    /// Writes the features of a text.
    ///
    /// @return whether the text can be read as what the column holds
    boolean text(String cell, float[] out, int at);

    /// Writes the features of a missing value.
    void missing(float[] out, int at);
}
