package dev.signalbox.registry.report;

import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.profile.Histogram;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.registry.chart.Sparkline;
import dev.signalbox.registry.words.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Each column in one line with a small picture of its values.
final class ColumnsSection {
    private static final int MOST = 60;
    private static final int BINS = 24;

    private ColumnsSection() {}

    static void addTo(Map<String, Object> model, Story story) {
        DatasetProfile profile = story.profile();
        if (profile == null || profile.columns().isEmpty()) {
            return;
        }
        List<ColumnProfile> shown =
                profile.columns().subList(0, Math.min(MOST, profile.columns().size()));
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("total", Text.count(profile.columns().size(), "column"));
        section.put("duplicates", Text.count(profile.duplicateRows(), "repeated row"));
        section.put(
                "list", shown.stream().map(column -> column(column, profile)).toList());
        section.put("more", profile.columns().size() - shown.size());
        section.put("hasMore", profile.columns().size() > shown.size());
        model.put("columns", section);
    }

    private static Map<String, Object> column(ColumnProfile column, DatasetProfile profile) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", column.name());
        row.put("isTarget", column.name().equals(profile.target()));
        row.put("type", column.type().id());
        row.put("missing", profile.rows() == 0 ? "–" : Text.percent((double) column.missing() / profile.rows()));
        row.put("distinct", Text.count(column.distinct()));
        row.put("spark", spark(column));
        row.put("summary", summary(column));
        return row;
    }

    private static String spark(ColumnProfile column) {
        Histogram histogram = column.histogram();
        if (histogram != null && !histogram.counts().isEmpty()) {
            return Sparkline.bars(evenly(histogram), "Spread of the values");
        }
        double[] counts = column.top().stream().mapToDouble(ValueCount::count).toArray();
        return Sparkline.bars(counts, "Most frequent values");
    }

    /// The histogram has bins of about equal count; a picture needs bins of equal width. Rows are spread
    /// evenly within their bin.
    static double[] evenly(Histogram histogram) {
        double low = histogram.edges().getFirst();
        double width = (histogram.edges().getLast() - low) / BINS;
        double[] heights = new double[BINS];
        for (int i = 0; i < histogram.counts().size(); i++) {
            double from = histogram.edges().get(i);
            double to = histogram.edges().get(i + 1);
            for (int bin = 0; bin < BINS; bin++) {
                heights[bin] += histogram.counts().get(i) * overlap(from, to, low, width, bin);
            }
        }
        return heights;
    }

    private static double overlap(double from, double to, double low, double width, int bin) {
        if (width <= 0) {
            return bin == BINS / 2 ? 1 : 0;
        }
        if (to <= from) {
            return Math.min(BINS - 1, (int) ((from - low) / width)) == bin ? 1 : 0;
        }
        double left = Math.max(from, low + bin * width);
        double right = Math.min(to, low + (bin + 1) * width);
        return Math.max(0, right - left) / (to - from);
    }

    private static String summary(ColumnProfile column) {
        Double mean = column.mean();
        Double min = column.min();
        Double max = column.max();
        boolean isTime =
                column.type().id().startsWith("date") || column.type().id().startsWith("timestamp");
        if (mean != null && min != null && max != null && !isTime) {
            return Text.number(min) + " to " + Text.number(max) + ", mean " + Text.number(mean);
        }
        return column.top().stream()
                .limit(3)
                .map(value -> cut(value.value()) + " (" + Text.count(value.count()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String cut(String value) {
        int longest = 24;
        return value.codePointCount(0, value.length()) <= longest
                ? value
                : value.substring(0, value.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
