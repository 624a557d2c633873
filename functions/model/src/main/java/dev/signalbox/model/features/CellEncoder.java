package dev.signalbox.model.features;

/// Turns the cells of one column into the numbers of its features. Stateless, and so safe for use by several
/// threads.
///
/// A column of a typed dataset is handed over as numbers and one of texts as texts, in training and in
/// prediction alike.
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
