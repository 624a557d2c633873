package dev.signalbox.contract.evaluation;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// evaluation.json.
///
/// @param task what is predicted
/// @param metric the primary metric
/// @param classes labels in the order of their codes; empty for a regression
/// @param trainRows rows of train
/// @param validRows rows of valid
/// @param candidates best first by the primary metric, at most 500
/// @param champion the champion's primary metric on the same rows; null where there is none or it cannot be
///     applied, and with folds: it may have learned from any of their rows
/// @param folds by which the candidates were cross-validated, so that each of the validation rows was
///     predicted by a model that did not see it; 0 where the validation rows are nobody's training rows
/// @param findings about the rows as they were divided and about the best candidate; empty for none
public record Evaluation(
        Task task,
        MetricName metric,
        List<String> classes,
        long trainRows,
        long validRows,
        List<CandidateEvaluation> candidates,
        @Nullable MetricValue champion,
        int folds,
        List<Finding> findings) {
    public Evaluation {
        Require.present(task, "task");
        Require.present(metric, "metric");
        classes = Require.listOrEmpty(classes);
        candidates = Require.listOrEmpty(candidates);
        findings = Require.listOrEmpty(findings);
        Require.that(!candidates.isEmpty(), "candidates is empty; expected one at least");
    }

    /// Without folds.
    public Evaluation(
            Task task,
            MetricName metric,
            List<String> classes,
            long trainRows,
            long validRows,
            List<CandidateEvaluation> candidates,
            @Nullable MetricValue champion) {
        this(task, metric, classes, trainRows, validRows, candidates, champion, 0, List.of());
    }

    /// Without findings.
    public Evaluation(
            Task task,
            MetricName metric,
            List<String> classes,
            long trainRows,
            long validRows,
            List<CandidateEvaluation> candidates,
            @Nullable MetricValue champion,
            int folds) {
        this(task, metric, classes, trainRows, validRows, candidates, champion, folds, List.of());
    }
}
