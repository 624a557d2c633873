package dev.signalbox.contract.ledger;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.stage.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line in the index of runs.
///
/// @param pipeline the pipeline's name
/// @param runId unique
/// @param datasetVersion what it runs on
/// @param source where the data came from
/// @param startedAt when
/// @param endedAt null while it runs or waits
/// @param outcome null while it runs
/// @param reason null while it runs
public record RunRecord(
        String pipeline,
        String runId,
        String datasetVersion,
        String source,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Outcome outcome,
        @Nullable String reason) {
    public RunRecord {
        Require.notBlank(pipeline, "pipeline");
        Require.notBlank(runId, "runId");
        Require.present(startedAt, "startedAt");
    }
}
