package dev.signalbox.registry.chart;

import java.math.BigDecimal;

/// Draws one chart: frame and ticks, then the marks.
final class Drawing {
    private static final int RIGHT = 12;
    private static final int TOP = 10;
    private static final int BOTTOM = 44;
    private static final int LEFT_NUMBERS = 52;
    private static final int LEFT_NAMES = 136;
    private static final int LONGEST_NAME = 18;
    private static final int WANTED_TICKS = 5;

    private final Chart chart;
    private final Svg svg = new Svg();
    private final int left;

    Drawing(Chart chart) {
        this.chart = chart;
        this.left = chart.y() instanceof Axis.Names names && !isShort(names) ? LEFT_NAMES : LEFT_NUMBERS;
    }

    String svg() {
        String id = chart.id();
        svg.raw("<svg class=\"chart\" role=\"img\"")
                .attribute("aria-labelledby", id + "-t " + id + "-d")
                .attribute("viewBox", "0 0 " + chart.width() + " " + chart.height())
                .raw("><title")
                .attribute("id", id + "-t")
                .raw(">")
                .text(chart.title())
                .raw("</title><desc")
                .attribute("id", id + "-d")
                .raw(">")
                .text(chart.description())
                .raw("</desc>");
        across();
        up();
        chart.marks().forEach(this::draw);
        return svg.raw("</svg>").toString();
    }

    private void across() {
        switch (chart.x()) {
            case Axis.Numbers numbers -> {
                for (BigDecimal tick : Ticks.nice(numbers.low(), numbers.high(), WANTED_TICKS)) {
                    double x = x(tick.doubleValue());
                    grid(x, TOP, x, floor());
                    label(x, floor() + 16, "middle", "tick", Ticks.label(tick));
                }
            }
            case Axis.Names names -> {
                for (int i = 0; i < names.names().size(); i++) {
                    label(
                            x(i + 0.5),
                            floor() + 16,
                            "middle",
                            "tick",
                            shortened(names.names().get(i)));
                }
            }
        }
        label(
                (left + wall()) / 2.0,
                chart.height() - 6.0,
                "middle",
                "axis",
                chart.x().label());
    }

    private void up() {
        switch (chart.y()) {
            case Axis.Numbers numbers -> {
                for (BigDecimal tick : Ticks.nice(numbers.low(), numbers.high(), WANTED_TICKS)) {
                    double y = y(tick.doubleValue());
                    grid(left, y, wall(), y);
                    label(left - 8.0, y + 4, "end", "tick", Ticks.label(tick));
                }
            }
            case Axis.Names names -> {
                for (int i = 0; i < names.names().size(); i++) {
                    label(
                            left - 8.0,
                            y(i + 0.5) + 4,
                            "end",
                            "tick",
                            shortened(names.names().get(i)));
                }
            }
        }
        double middle = (TOP + floor()) / 2.0;
        svg.raw("<text class=\"axis\" text-anchor=\"middle\" transform=\"translate(13 ")
                .number(middle)
                .raw(") rotate(-90)\">")
                .text(chart.y().label())
                .raw("</text>");
    }

    private void draw(Mark mark) {
        switch (mark) {
            case Mark.Line line -> line(line);
            case Mark.Point points -> points.points().forEach(at -> dot(at, points.radius(), points.style()));
            case Mark.Bar bar -> bar(bar);
            case Mark.Interval interval -> interval(interval);
            case Mark.Cell cell -> cell(cell);
        }
    }

    private void line(Mark.Line line) {
        if (line.points().size() < 2) {
            return;
        }
        svg.raw("<polyline").attribute("class", "line " + line.style()).raw(" points=\"");
        for (XY at : line.points()) {
            svg.number(x(at.x())).raw(",").number(y(at.y())).raw(" ");
        }
        svg.raw("\"/>");
    }

    private void dot(XY at, double radius, String style) {
        svg.raw("<circle")
                .attribute("class", "dot " + style)
                .attribute("cx", x(at.x()))
                .attribute("cy", y(at.y()))
                .attribute("r", radius)
                .raw("/>");
    }

    private void bar(Mark.Bar bar) {
        double top = Math.min(y(bar.height()), y(0));
        svg.raw("<rect")
                .attribute("class", "bar " + bar.style())
                .attribute("x", x(bar.from()))
                .attribute("y", top)
                .attribute("width", Math.max(0, x(bar.to()) - x(bar.from())))
                .attribute("height", Math.abs(y(0) - y(bar.height())))
                .raw("/>");
    }

    private void interval(Mark.Interval interval) {
        double y = y(interval.y());
        svg.raw("<line")
                .attribute("class", "interval " + interval.style())
                .attribute("x1", x(interval.low()))
                .attribute("x2", x(interval.high()))
                .attribute("y1", y)
                .attribute("y2", y)
                .raw("/>");
        dot(new XY(interval.value(), interval.y()), 4, interval.style());
    }

    private void cell(Mark.Cell cell) {
        double x = x(cell.column());
        double y = y(cell.row() + 1.0);
        double width = x(cell.column() + 1.0) - x;
        double height = y(cell.row()) - y;
        String opacity = String.valueOf(Math.round(Math.max(0.04, cell.share()) * 100) / 100.0);
        svg.raw("<rect class=\"cell\"")
                .attribute("x", x + 1)
                .attribute("y", y + 1)
                .attribute("width", width - 2)
                .attribute("height", height - 2)
                .attribute("fill-opacity", opacity)
                .raw("/>");
        label(
                x + width / 2,
                y + height / 2 + 4,
                "middle",
                cell.share() > 0.55 ? "celltext on" : "celltext",
                cell.text());
    }

    private void grid(double x1, double y1, double x2, double y2) {
        svg.raw("<line class=\"grid\"")
                .attribute("x1", x1)
                .attribute("y1", y1)
                .attribute("x2", x2)
                .attribute("y2", y2)
                .raw("/>");
    }

    private void label(double x, double y, String anchor, String style, String text) {
        svg.raw("<text")
                .attribute("class", style)
                .attribute("x", x)
                .attribute("y", y)
                .attribute("text-anchor", anchor)
                .raw(">")
                .text(text)
                .raw("</text>");
    }

    private double x(double value) {
        Axis axis = chart.x();
        return left + (value - axis.low()) / (axis.high() - axis.low()) * (wall() - left);
    }

    private double y(double value) {
        Axis axis = chart.y();
        return floor() - (value - axis.low()) / (axis.high() - axis.low()) * (floor() - TOP);
    }

    private double floor() {
        return chart.height() - (double) BOTTOM;
    }

    private double wall() {
        return chart.width() - (double) RIGHT;
    }

    private static boolean isShort(Axis.Names names) {
        return names.names().stream().allMatch(name -> name.length() <= 4);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
