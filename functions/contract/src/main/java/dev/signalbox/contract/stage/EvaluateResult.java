package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.metric.MetricName;
import java.util.List;

/// The comparison.
///
/// @param evaluation evaluation.json
/// @param metric the primary metric
/// @param leaderboard best first, at most 100
/// @param bestCandidateId first of the leaderboard
public record EvaluateResult(
        ArtifactRef evaluation, MetricName metric, List<CandidateScore> leaderboard, String bestCandidateId) {
    public EvaluateResult {
        Require.present(evaluation, "evaluation");
        Require.present(metric, "metric");
        leaderboard = Require.listOrEmpty(leaderboard);
        Require.notBlank(bestCandidateId, "bestCandidateId");
    }
}
