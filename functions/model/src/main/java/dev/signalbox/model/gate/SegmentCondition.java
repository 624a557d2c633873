package dev.signalbox.model.gate;

import dev.signalbox.contract.stage.GateCondition;
import dev.signalbox.model.evaluate.Segment;
import dev.signalbox.model.evaluate.Segmentation;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.metric.Gain;
import dev.signalbox.model.metric.Metrics;
import dev.signalbox.model.metric.Normal;
import dev.signalbox.model.metric.PairedTest;
import dev.signalbox.model.metric.Subsample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// No segment may become worse than the champion by more than the tolerance, a share of the champion's value
/// there, when that is more than noise: more than the normal quantile of the confidence, divided among all
/// segments compared, times the standard error of the paired difference.
///
/// Limitations: segments of fewer than 30 rows are not compared; of large ones 5,000 rows are.
final class SegmentCondition {
    static final String NAME = "segments";
    private static final int LEAST_ROWS = 30;
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_NAMED = 3;

    private final Holdout holdout;
    private final Predictions champion;

    SegmentCondition(Holdout holdout, Predictions champion) {
        this.holdout = holdout;
        this.champion = champion;
    }

    GateCondition check() {
        List<Segment> segments = new Segmentation(holdout.rows(), LEAST_ROWS).segments();
        List<Worse> worse = new ArrayList<>();
        for (Segment segment : segments) {
            Worse found = compare(segment, 1 - holdout.level() / segments.size());
            if (found != null) {
                worse.add(found);
            }
        }
        worse.sort(Comparator.comparingDouble(Worse::share).reversed());
        return new GateCondition(NAME, worse.isEmpty(), reason(segments.size(), worse));
    }

    private @Nullable Worse compare(Segment segment, double share) {
        int[] rows = measured(segment);
        double[] target = Subsample.pick(holdout.rows().target(), rows);
        Predictions theirs = Subsample.pick(champion, rows);
        double reference = Metrics.value(holdout.metric(), theirs, target, holdout.classCount());
        double ours = Metrics.value(
                holdout.metric(), Subsample.pick(holdout.challenger(), rows), target, holdout.classCount());
        double lost = holdout.metric().gain(reference, ours);
        double allowed = holdout.config().segmentTolerance() * Math.abs(reference);
        if (!(lost > allowed)) {
            return null;
        }
        Gain gain = new PairedTest(
                        holdout.metric(),
                        target,
                        holdout.classCount(),
                        holdout.config().confidence(),
                        holdout.seed())
                .gain(Subsample.pick(holdout.challenger(), rows), theirs);
        boolean certain = lost > Normal.quantile(share) * gain.standardError();
        return certain ? new Worse(segment, ours, reference, lost / Math.abs(reference)) : null;
    }

    private String reason(int compared, List<Worse> worse) {
        String allowed = Figures.text(100 * holdout.config().segmentTolerance()) + " percent";
        if (compared == 0) {
            return "No segment has " + LEAST_ROWS + " rows; none was compared.";
        }
        if (worse.isEmpty()) {
            return "None of " + compared + " segments is worse than under the champion by more than " + allowed
                    + " beyond noise.";
        }
        return worse.size() + " of " + compared + " segments are worse than under the champion by more than " + allowed
                + " beyond noise: "
                + worse.stream().limit(MOST_NAMED).map(this::text).collect(Collectors.joining("; ")) + ".";
    }

    private String text(Worse worse) {
        return worse.segment().column() + " = " + worse.segment().value() + " ("
                + worse.segment().rows().length + " rows): " + holdout.metric().id() + " " + Figures.text(worse.ours())
                + " instead of " + Figures.text(worse.theirs());
    }

    private int[] measured(Segment segment) {
        int[] chosen = Subsample.of(segment.rows().length, MOST_ROWS, holdout.seed());
        int[] rows = new int[chosen.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = segment.rows()[chosen[i]];
        }
        return rows;
    }

    /// @param segment that became worse
    /// @param ours the metric there
    /// @param theirs the champion's
    /// @param share of the champion's value that is lost
    private record Worse(Segment segment, double ours, double theirs, double share) {}
}
