package dev.signalbox.infra;

import dev.signalbox.runtime.StageName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a deployment may choose; all of it checked before anything is synthesised.
///
/// @param stage dev or prod
/// @param machine the state machine's definition
/// @param zips of the functions, by team
/// @param pipelines of the deploying team
/// @param ownKey whether data is encrypted with a key of the deployment's own
/// @param alertEmails who hears of failures and alarms
/// @param monthlyBudgetUsd when AWS Budgets warns; absent for no budget
/// @param canary whether new code gets a tenth of the calls first
/// @param eventsOut whether other teams are told of runs, models and questions on the deployment's bus
/// @param reservedConcurrency calls at a time that a stage's function has to itself, and at most
public record Settings(
        DeploymentStage stage,
        Path machine,
        Zips zips,
        List<PipelineFile> pipelines,
        boolean ownKey,
        List<String> alertEmails,
        OptionalDouble monthlyBudgetUsd,
        boolean canary,
        boolean eventsOut,
        Map<StageName, Integer> reservedConcurrency) {
    public Settings {
        pipelines = List.copyOf(pipelines);
        alertEmails = List.copyOf(alertEmails);
        reservedConcurrency = Map.copyOf(reservedConcurrency);
    }

    /// A name that no other deployment of the account has.
    public String name(String what) {
        return "signalbox-" + stage.id() + "-" + what;
    }

    /// Whether data outlives the stack.
    public boolean keepsData() {
        return stage == DeploymentStage.PROD;
    }

    /// Who is asked for approval, of all pipelines, each once.
    public List<String> approvers() {
        return pipelines.stream()
                .flatMap(pipeline -> pipeline.approvers().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// Objects that scheduled runs read.
    public List<S3Source> scheduledSources() {
        return pipelines.stream()
                .map(PipelineFile::scheduledSource)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
