package dev.signalbox.model.prepare;

import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.metric.MetricName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What follows from a class that is very rare.
///
/// Below two percent the area under the ROC curve hardly notices false alarms that outnumber what is looked
/// for; the area under precision and recall does. Source: Saito and Rehmsmeier, The precision-recall plot is
/// more informative than the ROC plot when evaluating binary classifiers on imbalanced datasets, PLOS ONE 10,
/// 2015.
final class Scarcity {
    private static final double RARE = 0.02;
    /// With fewer rows of a class one row more or less found is most of the result.
    private static final int FEW = 10;

    private Scarcity() {}

    /// The primary metric: the configured one, else the default of the task, else what a rare class asks for.
    static MetricName metric(Target target, PipelineConfig config) {
        boolean free = config.metric() == null && target.task() == Task.BINARY;
        return free && share(target) < RARE ? MetricName.PR_AUC : config.metricFor(target.task());
    }

    /// @param holdout class codes
    static List<Finding> findings(Target target, double[] holdout) {
        if (target.task() != Task.BINARY || share(target) >= RARE) {
            return List.of();
        }
        long rows =
                Arrays.stream(holdout).filter(code -> code == rarest(target)).count();
        if (rows >= FEW) {
            return List.of();
        }
        return List.of(new Finding(
                FindingCode.FEW_POSITIVES,
                Severity.WARNING,
                target.name(),
                rows + " of " + holdout.length + " rows that are held out are of the rare class; expected at least "
                        + FEW + ". The interval of a model's score will be wide: bring more rows of that class, or a"
                        + " larger split.holdoutFraction.",
                new TreeMap<>(Map.of("rows", (double) rows, "expected", (double) FEW, "share", share(target))),
                List.of()));
    }

    private static double share(Target target) {
        int[] counts = target.counts(target.labelled());
        return (double) counts[rarest(target)] / target.labelled().length;
    }

    private static int rarest(Target target) {
        int[] counts = target.counts(target.labelled());
        return counts[0] < counts[1] ? 0 : 1;
    }
}
