package dev.signalbox.registry.chart;

import java.util.List;

/// What one direction of a chart means.
public sealed interface Axis {
    /// What is measured, with its unit.
    String label();

    /// The least value shown.
    double low();

    /// The greatest value shown.
    double high();

    /// Numbers.
    ///
    /// @param label what is measured
    /// @param low least value shown
    /// @param high greatest value shown, above low
    record Numbers(String label, double low, double high) implements Axis {
        /// Numbers that cover the values with a little air; a span of 0 is widened.
        public static Numbers covering(String label, double low, double high) {
            double air = high > low ? (high - low) * 0.04 : Math.max(1e-9, Math.abs(low) * 0.1);
            return new Numbers(label, low - air, high + air);
        }
    }

    /// Names; the first is the leftmost or lowest. The name at index i lies from i to i + 1.
    ///
    /// @param label what they are
    /// @param names one or more
    record Names(String label, List<String> names) implements Axis {
        /// An unmodifiable copy.
        public Names {
            names = List.copyOf(names);
        }

        @Override
        public double low() {
            return 0;
        }

        @Override
        public double high() {
            return names.size();
        }
    }
}
