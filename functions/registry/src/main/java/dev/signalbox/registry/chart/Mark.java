package dev.signalbox.registry.chart;

import java.util.List;

/// What is drawn between the axes. A style is a class of the page's style sheet: `s1` and `s2` for series,
/// `ref` for references.
public sealed interface Mark {
    /// A line through points, in order.
    ///
    /// @param points two or more; others are not drawn
    /// @param style class
    record Line(List<XY> points, String style) implements Mark {
        /// An unmodifiable copy.
        public Line {
            points = List.copyOf(points);
        }
    }

    /// Dots.
    ///
    /// @param points each a dot
    /// @param radius in pixels
    /// @param style class
    record Point(List<XY> points, double radius, String style) implements Mark {
        /// An unmodifiable copy.
        public Point {
            points = List.copyOf(points);
        }
    }

    /// An upright bar from zero.
    ///
    /// @param from left edge
    /// @param to right edge
    /// @param height in the units of the upward axis
    /// @param style class
    record Bar(double from, double to, double height, String style) implements Mark {}

    /// A value with its interval, lying along the axis across.
    ///
    /// @param y where
    /// @param low of the interval
    /// @param value the dot
    /// @param high of the interval
    /// @param style class
    record Interval(double y, double low, double value, double high, String style) implements Mark {}

    /// A square of a table, the darker the larger its share, with a text in it.
    ///
    /// @param column 0 for the first
    /// @param row 0 for the lowest
    /// @param share 0 to 1
    /// @param text what stands in it
    record Cell(int column, int row, double share, String text) implements Mark {}
}
