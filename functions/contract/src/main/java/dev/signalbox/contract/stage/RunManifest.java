package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// run.json: what a run was started with; every stage reads its configuration here.
///
/// @param runId unique
/// @param config resolved
/// @param configSha256 of the configuration's JSON
/// @param source the data, pinned
/// @param holdout a holdout that the user brings
/// @param datasetVersion SHA-256 of pipeline and the sources' version tags
/// @param trigger `event`, `schedule` or `request`
/// @param startedAt by the clock of the environment
/// @param codeVersion of the functions
public record RunManifest(
        String runId,
        PipelineConfig config,
        String configSha256,
        SourceRef source,
        @Nullable SourceRef holdout,
        String datasetVersion,
        String trigger,
        Instant startedAt,
        String codeVersion) {
    public RunManifest {
        Require.notBlank(runId, "runId");
        Require.present(config, "config");
        Require.present(source, "source");
        Require.notBlank(datasetVersion, "datasetVersion");
    }
}
