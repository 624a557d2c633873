package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import org.jspecify.annotations.Nullable;

/// A direct request for a run; it always runs.
///
/// @param pipeline the pipeline's name
/// @param source the data
/// @param holdout a holdout that the user brings
/// @param config null: the catalogue's
public record RunRequest(
        String pipeline,
        SourceRef source,
        @Nullable SourceRef holdout,
        @Nullable PipelineConfig config) {
    public RunRequest {
        Require.notBlank(pipeline, "pipeline");
        Require.present(source, "source");
    }
}
