package dev.signalbox.registry.chart;

import java.util.List;

/// A chart before it is drawn.
///
/// @param id unique in the page: letters, digits, `-`
/// @param title one line, for screen readers and as a tooltip
/// @param description what the chart shows, for those who cannot see it
/// @param x across
/// @param y up
/// @param marks drawn in order
/// @param width in pixels at full size
/// @param height likewise
public record Chart(
        String id, String title, String description, Axis x, Axis y, List<Mark> marks, int width, int height) {
    /// An unmodifiable copy.
    public Chart {
        marks = List.copyOf(marks);
    }

    /// The chart as an `svg` element.
    public String svg() {
        return new Drawing(this).svg();
    }
}
