package dev.signalbox.data.validate.profile;

import java.util.List;

/// A column's values in the rows of the sample.
public sealed interface SampleColumn {
    /// Rows of the sample.
    int rows();

    /// Whether the row has no value.
    boolean isMissing(int row);

    /// Numbers, and dates as seconds since 1970.
    ///
    /// @param values NaN where missing; infinities stand as they are
    @SuppressWarnings("ArrayRecordComponent") // Megabytes of numbers, compared by nobody.
    record Numbers(double[] values) implements SampleColumn {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(values[row]);
        }
    }

    /// Texts and booleans.
    ///
    /// @param codes index into `labels`, -1 where missing
    /// @param labels each value once, in the order of first sight
    @SuppressWarnings("ArrayRecordComponent") // As above.
    record Labels(int[] codes, List<String> labels) implements SampleColumn {
        public Labels {
            labels = List.copyOf(labels);
        }

        @Override
        public int rows() {
            return codes.length;
        }

        @Override
        public boolean isMissing(int row) {
            return codes[row] < 0;
        }
    }
}
