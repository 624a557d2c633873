package dev.signalbox.infra;

import java.nio.file.Path;
import java.util.List;

/// What a deployment may choose; all of it checked before anything is synthesised.
///
/// @param stage dev or prod
/// @param machine the state machine's definition
/// @param zips of the functions, by team
/// @param pipelines of the deploying team
public record Settings(DeploymentStage stage, Path machine, Zips zips, List<PipelineFile> pipelines) {
    public Settings {
        pipelines = List.copyOf(pipelines);
    }

    /// A name that no other deployment of the account has.
    public String name(String what) {
        return "signalbox-" + stage.id() + "-" + what;
    }

    /// Whether data outlives the stack.
    public boolean keepsData() {
        return stage == DeploymentStage.PROD;
    }
}
