package dev.signalbox.runtime.value;

/// What a spelling can mean. Several may hold at once: `1,234` is a grouped number in one country and a
/// decimal one in another, `03/04/2020` two days. The column as a whole decides.
public enum Meaning {
    /// Empty, `NA`, `N/A`, `#N/A`, `<NA>`, `null`, `NaN` in any case, or `?`: nobody knows.
    MISSING(0),
    /// `-`: missing where the column is typed, a value of its own in a text column (such as the class of a
    /// credit file).
    DASH(1),
    /// A whole number that fits 64 bits.
    INTEGER(2),
    /// Digits that begin with a superfluous zero: an identifier or a postal code, never a number.
    PADDED_INTEGER(3),
    /// A whole number beyond 64 bits: an identifier, unless its column has fractions too.
    HUGE_INTEGER(4),
    /// `1.5`, `1e3`.
    DOT_NUMBER(5),
    /// `1,234` or `1,234.5`.
    GROUPED_DOT_NUMBER(6),
    /// `1,5`.
    COMMA_NUMBER(7),
    /// `1.234` or `1.234,5`.
    GROUPED_COMMA_NUMBER(8),
    /// `true`, `false` in any case.
    BOOLEAN(9),
    /// `2020-03-04`, also with `/` or `.`.
    DATE_YMD(10),
    /// `03/04/2020` with the month first.
    DATE_MDY(11),
    /// `04.03.2020` with the day first.
    DATE_DMY(12),
    /// A [#DATE_YMD] with a time of day, perhaps with a zone.
    TIME_YMD(13),
    /// A [#DATE_MDY] with a time of day.
    TIME_MDY(14),
    /// A [#DATE_DMY] with a time of day.
    TIME_DMY(15),
    /// Not a meaning but a mark: the spelling is one that only this reader understands (outer spaces, a plus
    /// sign, a zone); whoever else reads it may see something else.
    ODD(16);

    private final int place;

    Meaning(int place) {
        this.place = place;
    }

    /// The bit of this meaning in a set of meanings.
    public int bit() {
        return 1 << place;
    }

    /// The place of this meaning's bit, from 0.
    public int place() {
        return place;
    }

    /// Whether a set holds this meaning.
    public boolean in(int meanings) {
        return (meanings & bit()) != 0;
    }
}
