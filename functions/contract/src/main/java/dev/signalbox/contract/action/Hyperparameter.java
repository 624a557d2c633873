package dev.signalbox.contract.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// A knob of a learner with the range that an agent may choose from.
public enum Hyperparameter {
    /// Shrinkage of each tree's contribution.
    LEARNING_RATE(0.001, 1, false),
    /// Upper bound of boosting rounds; early stopping usually ends before.
    ROUNDS(1, 5_000, true),
    /// Depth of a tree; 0 means bounded by leaves alone.
    MAX_DEPTH(0, 16, true),
    /// Leaves of a tree.
    LEAVES(2, 1_024, true),
    /// Least rows in a leaf.
    MIN_LEAF_ROWS(1, 10_000, true),
    /// Share of rows that each tree sees.
    ROW_SAMPLE(0.1, 1, false),
    /// Share of columns that each tree sees.
    COLUMN_SAMPLE(0.1, 1, false),
    /// L1 penalty on leaf weights.
    L1(0, 1_000, false),
    /// L2 penalty on leaf weights, or of a linear model (the inverse of liblinear's C).
    L2(0, 10_000, false),
    /// 1 weighs classes inversely to their frequency, 0 leaves them alone.
    BALANCED(0, 1, true);

    private final double low;
    private final double high;
    private final boolean whole;

    Hyperparameter(double low, double high, boolean whole) {
        this.low = low;
        this.high = high;
        this.whole = whole;
    }

    /// The least value allowed.
    public double low() {
        return low;
    }

    /// The greatest value allowed.
    public double high() {
        return high;
    }

    /// Whether only whole numbers are allowed.
    public boolean whole() {
        return whole;
    }

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
