package dev.signalbox.cli.command;

import dev.signalbox.contract.config.ApprovalConfig;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.runtime.config.PipelineYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Which data and which configuration a run takes.
///
/// @param source the data file
/// @param file what the configuration file says; null where there is none for this data
record PipelineChoice(Path source, @Nullable PipelineConfig file) {
    private static final String FILE_NAME = "pipeline.yaml";

    /// Looks for the configuration: the one that was named, else `pipeline.yaml` beside the data unless it
    /// is for other data.
    static PipelineChoice of(Path data, @Nullable Path named) {
        if (Files.isDirectory(data)) {
            return ofFolder(data, named);
        }
        DataFiles.existing(data);
        if (named != null) {
            return new PipelineChoice(data, PipelineYaml.read(named));
        }
        Path beside = data.resolveSibling(FILE_NAME);
        if (!Files.isRegularFile(beside)) {
            return new PipelineChoice(data, null);
        }
        PipelineConfig found = PipelineYaml.read(beside);
        boolean forThis = found.source() == null || found.source().equals(String.valueOf(data.getFileName()));
        return new PipelineChoice(data, forThis ? found : null);
    }

    private static PipelineChoice ofFolder(Path folder, @Nullable Path named) {
        Path yaml = named == null ? folder.resolve(FILE_NAME) : named;
        if (!Files.isRegularFile(yaml)) {
            throw new InvalidInput(
                    folder + " is a folder without a " + FILE_NAME + ".",
                    "Name a data file, or write one with signalbox init FILE.");
        }
        PipelineConfig found = PipelineYaml.read(yaml);
        if (found.source() == null) {
            throw new InvalidInput(
                    yaml + " does not name its source.", "Add a line such as source: data.csv, or name the data file.");
        }
        return new PipelineChoice(DataFiles.existing(folder.resolve(found.source())), found);
    }

    /// Options over the file over defaults.
    PipelineConfig resolve(Overrides options, CommandSpec spec) {
        String target = options.target() != null ? options.target() : file == null ? null : file.target();
        if (target == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Which column is to be predicted? Say --target COLUMN; signalbox init " + source
                            + " lists the columns.");
        }
        PipelineConfig base = file == null ? PipelineConfig.of(stem(source), target) : file;
        return new PipelineConfig(
                options.pipeline() == null ? base.name() : options.pipeline(),
                target,
                options.task() == null ? base.task() : options.task(),
                options.metric() == null ? base.metric() : options.metric(),
                base.positiveLabel(),
                base.ignoredColumns(),
                base.split(),
                base.budget(),
                base.gate(),
                approval(base.approval(), options.approval()),
                base.quality(),
                base.train(),
                base.planner(),
                options.seed() == null ? base.seed() : options.seed(),
                base.schedule(),
                base.source());
    }

    private static ApprovalConfig approval(ApprovalConfig base, @Nullable ApprovalMode mode) {
        return mode == null ? base : base.with(mode);
    }

    /// The file's name up to its first dot, with everything that a pipeline's name cannot have made a dash.
    static String stem(Path data) {
        String name = String.valueOf(data.getFileName());
        int dot = name.indexOf('.', 1);
        String plain = (dot < 0 ? name : name.substring(0, dot)).replaceAll("[^A-Za-z0-9_-]+", "-");
        return plain.isEmpty() ? "data" : plain.substring(0, Math.min(64, plain.length()));
    }

    /// What the command line says, null where it says nothing.
    record Overrides(
            @Nullable String pipeline,
            @Nullable String target,
            @Nullable Task task,
            @Nullable MetricName metric,
            @Nullable Long seed,
            @Nullable ApprovalMode approval) {}
}
