package dev.signalbox.data.ingest.type;

import dev.signalbox.runtime.value.Meaning;

/// How often each meaning occurred in a column.
public final class ColumnTally {
    private static final Meaning[] MEANINGS = Meaning.values();
    private static final int ODD = Meaning.ODD.bit();
    private static final int MISSING = Meaning.MISSING.bit();

    private final long[] counts = new long[MEANINGS.length];
    private long values;
    private long oddTyped;
    private boolean slashes;

    /// Takes a value's meanings in.
    public void add(int meanings) {
        values++;
        int rest = meanings;
        // Nearly every value has one meaning.
        while (rest != 0) {
            counts[Integer.numberOfTrailingZeros(rest)]++;
            rest &= rest - 1;
        }
    }

    /// As [#add(int)], and remembers how ambiguous days are separated.
    public void add(int meanings, byte[] bytes, int from, int to) {
        add(meanings);
        if ((meanings & ODD) != 0) {
            oddTyped += (meanings & MISSING) == 0 ? 1 : 0;
            if (!slashes && (Meaning.DATE_MDY.in(meanings) || Meaning.TIME_MDY.in(meanings))) {
                for (int at = from; at < to && !slashes; at++) {
                    slashes = bytes[at] == '/';
                }
            }
        }
    }

    /// How often a meaning occurred.
    public long count(Meaning meaning) {
        return counts[meaning.place()];
    }

    /// Values seen, missing ones too.
    public long values() {
        return values;
    }

    /// Values that are there; a dash counts as one.
    public long present() {
        return values - count(Meaning.MISSING);
    }

    /// Values that are there and that only this reader understands.
    long oddPresent() {
        return oddTyped;
    }

    /// Missing values that only this reader understands.
    long oddMissing() {
        return count(Meaning.ODD) - oddTyped;
    }

    /// Whether days are written with slashes, as where the month comes first.
    boolean hasSlashes() {
        return slashes;
    }
}
