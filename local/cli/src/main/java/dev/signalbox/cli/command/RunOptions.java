package dev.signalbox.cli.command;

import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.RunRequest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// What `run` is told.
final class RunOptions {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "CSV, TSV, JSON, JSON Lines or Parquet, plain or compressed; or a folder with a pipeline.yaml that names its source.")
    private @Nullable Path file;

    @Option(names = "--target", paramLabel = "COLUMN", description = "The column to predict.")
    private @Nullable String target;

    @Option(names = "--train", paramLabel = "FILE", description = "The data to learn from, with --holdout.")
    private @Nullable Path train;

    @Option(
            names = "--holdout",
            paramLabel = "FILE",
            description = "Rows that only the gate opens, instead of a share of the data.")
    private @Nullable Path holdout;

    @Option(
            names = "--pipeline",
            paramLabel = "NAME",
            description = "Runs of one name share a contract, a champion and a memory (default: the file's stem).")
    private @Nullable String pipeline;

    @Option(
            names = "--config",
            paramLabel = "YAML",
            description =
                    "The pipeline's configuration (default: pipeline.yaml beside the data, where it is for this file).")
    private @Nullable Path config;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            converter = Words.Tasks.class,
            completionCandidates = Words.Tasks.class,
            description = "${COMPLETION-CANDIDATES} (default: found out).")
    private @Nullable Task task;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            converter = Words.Metrics.class,
            completionCandidates = Words.Metrics.class,
            description = "The primary metric: ${COMPLETION-CANDIDATES} (default: by task).")
    private @Nullable MetricName metric;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Of every random choice (default: 0).")
    private @Nullable Long seed;

    @Option(
            names = "--approval",
            paramLabel = "MODE",
            converter = Words.Approvals.class,
            completionCandidates = Words.Approvals.class,
            description = "Whether promotion waits for a person: ${COMPLETION-CANDIDATES}.")
    private @Nullable ApprovalMode approval;

    /// The request, with the configuration resolved: options over the file over defaults.
    RunRequest request(CommandSpec spec) {
        PipelineChoice choice = PipelineChoice.of(dataArgument(spec), config);
        PipelineConfig resolved =
                choice.resolve(new PipelineChoice.Overrides(pipeline, target, task, metric, seed, approval), spec);
        return new RunRequest(
                resolved.name(),
                SourceRef.unpinned(FileUris.of(choice.source())),
                holdout == null ? null : SourceRef.unpinned(FileUris.of(DataFiles.existing(holdout))),
                resolved);
    }

    private Path dataArgument(CommandSpec spec) {
        if ((file == null) == (train == null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name the data once: as FILE, or as --train FILE together with --holdout FILE.");
        }
        return file == null ? java.util.Objects.requireNonNull(train) : file;
    }
}
