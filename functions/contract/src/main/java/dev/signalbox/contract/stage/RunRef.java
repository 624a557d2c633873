package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.ArtifactRef;

/// A run and where its manifest stands.
///
/// @param pipeline the pipeline's name
/// @param runId unique, sortable by start
/// @param manifest run.json: a [RunManifest]
public record RunRef(String pipeline, String runId, ArtifactRef manifest) {
    public RunRef {
        Require.notBlank(pipeline, "pipeline");
        Require.notBlank(runId, "runId");
        Require.present(manifest, "manifest");
    }
}
