package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.config.ApprovalConfig;
import dev.signalbox.contract.evaluation.EvaluationDetail;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// gate.json: what the one opening of the holdout showed; Promote re-reads it and trusts nothing else.
///
/// @param runId of the run that opened it
/// @param candidateId the challenger
/// @param modelSha256 of the challenger's model
/// @param metric the primary metric
/// @param rows of the holdout
/// @param challenger on the holdout
/// @param championVersion null where there is none
/// @param champion on the same rows; null where there is none or it cannot be applied
/// @param pairedPValue of the paired test that the challenger is better; null without a champion
/// @param conditions in the order of checking
/// @param detail plots of the challenger on the holdout; null when it could not be scored
/// @param passed all conditions hold
public record GateReport(
        String runId,
        String candidateId,
        String modelSha256,
        MetricName metric,
        long rows,
        SortedMap<MetricName, MetricValue> challenger,
        @Nullable Integer championVersion,
        @Nullable SortedMap<MetricName, MetricValue> champion,
        @Nullable Double pairedPValue,
        List<GateCondition> conditions,
        @Nullable EvaluationDetail detail,
        boolean passed) {
    public GateReport {
        Require.notBlank(runId, "runId");
        Require.notBlank(candidateId, "candidateId");
        Require.notBlank(modelSha256, "modelSha256");
        Require.present(metric, "metric");
        Require.present(challenger, "challenger");
        conditions = Require.listOrEmpty(conditions);
        Require.that(
                !conditions.isEmpty() && passed == conditions.stream().allMatch(GateCondition::passed),
                "passed is " + passed + "; expected what the conditions say, at least one of them");
    }

    /// Whether the promotion is out of the ordinary, by the numbers that were measured here: always where they
    /// are missing.
    public boolean unusual(ApprovalConfig approval) {
        MetricValue measured = challenger.get(metric);
        MetricValue standing = champion == null ? null : champion.get(metric);
        return measured == null
                || approval.beyondThreshold(metric, measured.value(), standing == null ? null : standing.value());
    }
}
