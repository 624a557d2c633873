package dev.signalbox.registry.chart;

/// A chart of the size of a word, without axes: how the values of a column are spread.
public final class Sparkline {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 24;

    private Sparkline() {}

    /// Bars beside each other, the highest as high as the chart.
    ///
    /// @param heights 0 or more each; all 0 gives an empty chart
    /// @param description for those who cannot see it
    public static String bars(double[] heights, String description) {
        double highest = 0;
        for (double height : heights) {
            highest = Math.max(highest, height);
        }
        Svg svg = new Svg();
        svg.raw("<svg class=\"spark\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\"")
                .attribute("aria-label", description)
                .raw(">");
        double width = (double) WIDTH / Math.max(1, heights.length);
        for (int i = 0; i < heights.length && highest > 0; i++) {
            double height = Math.max(heights[i] > 0 ? 1 : 0, heights[i] / highest * HEIGHT);
            svg.raw("<rect")
                    .attribute("x", i * width)
                    .attribute("y", HEIGHT - height)
                    .attribute("width", Math.max(0.6, width - Math.min(1, width / 4)))
                    .attribute("height", height)
                    .raw("/>");
        }
        return svg.raw("</svg>").toString();
    }
}
