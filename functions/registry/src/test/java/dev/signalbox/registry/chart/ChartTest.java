package dev.signalbox.registry.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ChartTest {
    @Test
    void putsTicksOnRoundNumbers() {
        assertThat(labels(0, 1)).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(labels(0, 589_000)).containsExactly("0", "100k", "200k", "300k", "400k", "500k");
        assertThat(labels(-0.004, 0.083)).containsExactly("0", "0.02", "0.04", "0.06", "0.08");
        assertThat(labels(0, 7_200_000)).contains("2M", "4M");
    }

    @Property
    void putsAFewTicksWithinAnyRange(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double span) {
        List<BigDecimal> ticks = Ticks.nice(low, low + span, 5);

        assertThat(ticks).hasSizeBetween(2, 11);
        // Sums of doubles this large are themselves only as exact as their last bit.
        double slack = span * 1e-6 + 4 * Math.ulp(Math.max(Math.abs(low), span));
        assertThat(ticks).allSatisfy(tick -> assertThat(tick.doubleValue()).isBetween(low - slack, low + span + slack));
    }

    @Test
    void escapesWhateverStandsInIt() {
        String svg = chart(List.of(new Mark.Cell(0, 0, 0.5, "<script>"))).svg();

        assertThat(svg).contains("&lt;script&gt;").doesNotContain("<script>").contains("a &amp; b");
    }

    @Test
    void hasATitleAndADescription() {
        assertThat(chart(List.of()).svg())
                .contains("role=\"img\"")
                .contains("aria-labelledby=\"c-t c-d\"")
                .contains("<title id=\"c-t\">a &amp; b</title>")
                .contains("<desc id=\"c-d\">what it shows</desc>");
    }

    @Test
    void drawsEveryMark() {
        List<XY> line = List.of(new XY(0, 0), new XY(1, 1));
        String svg = chart(List.of(
                        new Mark.Line(line, "s1"),
                        new Mark.Point(line, 2, "s2"),
                        new Mark.Bar(0, 0.5, 0.5, "s1"),
                        new Mark.Interval(0.5, 0.2, 0.4, 0.6, "s1"),
                        new Mark.Cell(0, 0, 1, "7")))
                .svg();

        assertThat(svg)
                .contains("polyline class=\"line s1\" points=\"52,156 188,10 \"")
                .contains("circle class=\"dot s2\" cx=\"188\" cy=\"10\" r=\"2\"")
                .contains("rect class=\"bar s1\" x=\"52\" y=\"83\" width=\"68\" height=\"73\"")
                .contains("line class=\"interval s1\"")
                .contains("rect class=\"cell\"");
    }

    @Test
    void survivesNumbersThatAreNone() {
        assertThat(chart(List.of(new Mark.Point(List.of(new XY(Double.NaN, 1)), 2, "s1")))
                        .svg())
                .doesNotContain("NaN");
        assertThat(Sparkline.bars(new double[0], "none")).contains("</svg>");
    }

    private static List<String> labels(double low, double high) {
        return Ticks.nice(low, high, 5).stream().map(Ticks::label).toList();
    }

    private static Chart chart(List<Mark> marks) {
        return new Chart(
                "c",
                "a & b",
                "what it shows",
                new Axis.Numbers("x", 0, 1),
                new Axis.Numbers("y", 0, 1),
                marks,
                200,
                200);
    }
}
