package dev.signalbox.model.prepare;

/// How many of some rows go where.
///
/// @param valid share for validation
/// @param holdout share that the gate opens; 0 where the user brings a holdout
/// @param seed of every random choice
record Shares(double valid, double holdout, long seed) {
    private static final int PARTS = 3;

    /// Rows for the holdout; at least one of three.
    int holdoutOf(int rows) {
        return holdout == 0 ? 0 : atLeastOne(holdout, rows);
    }

    /// Rows for validation; at least one of three.
    int validOf(int rows) {
        return atLeastOne(valid, rows);
    }

    private static int atLeastOne(double share, int rows) {
        int count = (int) Math.round(share * rows);
        return rows >= PARTS ? Math.max(1, count) : rows < 2 ? 0 : Math.min(count, rows - 1);
    }
}
