package dev.signalbox.model.evaluate;

import dev.signalbox.contract.evaluation.SegmentScore;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.metric.Metrics;
import dev.signalbox.model.metric.Normal;
import dev.signalbox.model.metric.Subsample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The slices on which a model is worse than on all rows, where that is more than noise.
///
/// A slice is named when it falls behind by more than the normal quantile of 95 percent, divided among all
/// slices looked at (Bonferroni), times its standard error. Order: by how far it falls behind for certain,
/// which shrinks small slices. Slices of fewer than 20 rows are not looked at; of large ones 5,000 rows are
/// measured.
final class WorstSegments {
    private static final int LEAST_ROWS = 20;
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_TESTED = 40;
    private static final int MOST_LISTED = 20;
    private static final double SHRINK_ROWS = 50;
    private static final double ERROR_SHARE = 0.05;

    private final MetricName metric;
    private final Predictions predictions;
    private final double[] target;
    private final int classCount;
    private final long seed;

    WorstSegments(MetricName metric, Predictions predictions, double[] target, int classCount, long seed) {
        this.metric = metric;
        this.predictions = predictions;
        this.target = target;
        this.classCount = classCount;
        this.seed = seed;
    }

    /// Worst first, at most 20.
    List<SegmentScore> find(Matrix matrix) {
        double whole = Metrics.value(metric, predictions, target, classCount);
        List<Segment> segments = new Segmentation(matrix, LEAST_ROWS).segments();
        if (Double.isNaN(whole) || segments.isEmpty()) {
            return List.of();
        }
        double quantile = Normal.quantile(1 - ERROR_SHARE / segments.size());
        List<Worse> worse = new ArrayList<>();
        for (Behind behind : furthestBehind(segments, whole)) {
            MetricValue score = score(behind.segment());
            double standardError =
                    (score.high() - score.low()) / (2 * Normal.quantile(1 - (1 - Metrics.CONFIDENCE) / 2));
            double certain = metric.gain(whole, score.value()) - quantile * standardError;
            if (certain > 0) {
                Segment segment = behind.segment();
                worse.add(new Worse(
                        new SegmentScore(segment.column(), segment.value(), segment.rows().length, score), certain));
            }
        }
        worse.sort(Comparator.comparingDouble(Worse::certain).reversed());
        return worse.stream().limit(MOST_LISTED).map(Worse::score).toList();
    }

    private List<Behind> furthestBehind(List<Segment> segments, double whole) {
        List<Behind> found = new ArrayList<>();
        for (Segment segment : segments) {
            int[] rows = measured(segment);
            double value =
                    Metrics.value(metric, Subsample.pick(predictions, rows), Subsample.pick(target, rows), classCount);
            double lost = metric.gain(whole, value);
            if (lost > 0) {
                double size = segment.rows().length;
                found.add(new Behind(segment, lost * size / (size + SHRINK_ROWS)));
            }
        }
        found.sort(Comparator.comparingDouble(Behind::shrunken).reversed());
        return found.subList(0, Math.min(MOST_TESTED, found.size()));
    }

    private MetricValue score(Segment segment) {
        int[] rows = measured(segment);
        return Metrics.measure(
                        List.of(metric),
                        Subsample.pick(predictions, rows),
                        Subsample.pick(target, rows),
                        classCount,
                        Metrics.CONFIDENCE,
                        seed)
                .getOrDefault(metric, new MetricValue(0, 0, 0));
    }

    private int[] measured(Segment segment) {
        int[] chosen = Subsample.of(segment.rows().length, MOST_ROWS, seed);
        int[] rows = new int[chosen.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = segment.rows()[chosen[i]];
        }
        return rows;
    }

    /// @param segment that falls behind
    /// @param shrunken by how much, drawn towards 0 for few rows
    private record Behind(Segment segment, double shrunken) {}

    /// @param score of the slice
    /// @param certain by how much it falls behind at least
    private record Worse(SegmentScore score, double certain) {}
}
