package dev.signalbox.contract.ledger;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A model that is or was champion.
///
/// @param pipeline the pipeline's name
/// @param version 1 for the first, then one more each time
/// @param runId that made it
/// @param candidate the model
/// @param prepared its features and the matrices of its run
/// @param profile of the data that it learned from
/// @param gate gate.json of its promotion
/// @param metric the primary metric
/// @param metrics on the holdout of its run
/// @param at when it became champion
/// @param by `gate`, an approver, or who rolled back
/// @param restores the version whose model this is again after a rollback; null otherwise
public record ModelVersion(
        String pipeline,
        int version,
        String runId,
        CandidateRef candidate,
        PreparedRef prepared,
        ArtifactRef profile,
        ArtifactRef gate,
        MetricName metric,
        SortedMap<MetricName, MetricValue> metrics,
        Instant at,
        String by,
        @Nullable Integer restores) {
    public ModelVersion {
        Require.notBlank(pipeline, "pipeline");
        Require.inRange(version, 1, Integer.MAX_VALUE, "version");
        Require.present(candidate, "candidate");
        Require.present(prepared, "prepared");
    }
}
