package dev.signalbox.model.gate;

import dev.signalbox.model.matrix.Matrix;
import java.util.Arrays;
import java.util.Optional;

/// Whether a holdout of two classes can show anything at all.
///
/// A model that ranks every positive row before every negative one does so by chance in one of
/// `rows! / (positives! negatives!)` orders; where that is more than the level of the test, no result means
/// anything (Fisher's exact argument, for ranks). Where one class is rarer than one in twenty rows, fewer than
/// five of them give a score that one row decides.
final class EnoughOfEach {
    private static final double RARE = 0.05;
    private static final int LEAST_OF_RARE = 5;

    private EnoughOfEach() {}

    /// Why the rows are not enough; empty where they are.
    ///
    /// @param level the p-value that a test must stay below
    static Optional<String> objection(Matrix rows, int classCount, double level) {
        if (classCount != 2) {
            return Optional.empty();
        }
        int positives =
                (int) Arrays.stream(rows.target()).filter(code -> code == 1).count();
        int fewer = Math.min(positives, rows.rows() - positives);
        if (fewer < RARE * rows.rows() && fewer < LEAST_OF_RARE) {
            return Optional.of(
                    "Only " + fewer + " of " + rows.rows() + " rows are of the rarer class; expected at least "
                            + LEAST_OF_RARE + " to judge a model by. Bring more rows of that class.");
        }
        double chance = 1;
        for (int i = 1; i <= fewer; i++) {
            chance *= (double) i / (rows.rows() - fewer + i);
        }
        return chance >= level
                ? Optional.of(fewer + " and " + (rows.rows() - fewer) + " rows of the two classes: even a model that"
                        + " is never wrong could not be told from chance. Bring more rows.")
                : Optional.empty();
    }
}
