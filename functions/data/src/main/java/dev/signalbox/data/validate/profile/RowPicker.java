package dev.signalbox.data.validate.profile;

/// Which rows go into the sample: all of a small table; of a large one a row out of each of as many equal
/// stretches as the sample has places, at a scattered position, so that neither order nor period of the
/// table bends the sample.
final class RowPicker {
    private final long rows;
    private final int places;
    private int next;

    /// @param rows of the table
    /// @param places of the sample
    RowPicker(long rows, int places) {
        this.rows = rows;
        this.places = (int) Math.min(rows, places);
    }

    /// Rows in the sample.
    int places() {
        return places;
    }

    /// Whether the sample is the table.
    boolean takesAll() {
        return places == rows;
    }

    /// The place of a row, asked once for each row in order; -1 for a row that is left out.
    int placeOf(long row) {
        if (next >= places || row != pick(next)) {
            return -1;
        }
        return next++;
    }

    private long pick(int place) {
        long start = place * rows / places;
        long size = (place + 1L) * rows / places - start;
        return start + Long.remainderUnsigned(Hashes.mix(place + 1L), size);
    }
}
