package dev.signalbox.model.metric;

/// How much is resampled, so that intervals cost milliseconds for a hundred rows and a fraction of a second
/// for a million.
///
/// @param rows of a resample: all up to 10,000, fewer where many classes each need a ranking
/// @param resamples 500 up to 1,000 rows, then fewer so that the draws stay at half a million, 200 at least
record Effort(int rows, int resamples) {
    private static final int MOST_ROWS = 10_000;
    private static final int CLASSES_AT_FULL_ROWS = 5;
    private static final int LEAST_ROWS = 2_000;
    private static final int MOST_RESAMPLES = 500;
    private static final int LEAST_RESAMPLES = 200;
    private static final int DRAWS = 500_000;

    static Effort of(int rows, int classCount) {
        int rankings = Math.max(1, classCount / CLASSES_AT_FULL_ROWS);
        int resampled = Math.min(rows, Math.max(LEAST_ROWS, MOST_ROWS / rankings));
        return new Effort(resampled, Math.clamp(DRAWS / Math.max(1, resampled), LEAST_RESAMPLES, MOST_RESAMPLES));
    }

    /// Twice the resamples, for a test that is made once and decides.
    Effort doubled() {
        return new Effort(rows, 2 * resamples);
    }

    /// The rows that are resampled, of all.
    int[] chosen(int allRows, long seed) {
        return Subsample.of(allRows, rows, seed);
    }

    /// By how much errors of all rows are smaller than those of the resampled ones.
    double shrink(int allRows) {
        return Math.sqrt((double) rows / allRows);
    }
}
