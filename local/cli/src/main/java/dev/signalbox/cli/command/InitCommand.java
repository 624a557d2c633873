package dev.signalbox.cli.command;

import dev.signalbox.cli.run.DataLook;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.profile.DatasetProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a commented `pipeline.yaml` for a data file.
@Command(
        name = "init",
        description = "Look at a data file and write a commented pipeline.yaml beside it.",
        footer = {"", "Example:", "  signalbox init data.csv --target price"})
final class InitCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "The data.")
    private Path file = Path.of("");

    @Option(names = "--target", paramLabel = "COLUMN", description = "The column to predict (default: the last one).")
    private @Nullable String target;

    @Option(names = "--force", description = "Replace an existing pipeline.yaml.")
    private boolean force;

    @Override
    public Integer call() {
        DataFiles.existing(file);
        Path yaml = file.resolveSibling("pipeline.yaml");
        if (Files.exists(yaml) && !force) {
            throw new InvalidInput(yaml + " exists.", "Say --force to replace it.");
        }
        DatasetProfile profile = DataLook.profile(file);
        String text = PipelineTemplate.write(file, profile, target);
        try {
            Files.writeString(yaml, text);
        } catch (IOException e) {
            throw new ResourceExhausted(
                    yaml + " could not be written: " + e.getMessage() + ".", "Check the folder's permissions.", e);
        }
        if (common.json()) {
            common.printJson(Map.of("pipeline", yaml.toString(), "columns", profile.columns()));
        } else {
            common.out()
                    .println("wrote " + yaml
                            + (target == null
                                    ? "; it predicts the last column, "
                                            + profile.columns().getLast().name()
                                    : "")
                            + "; next: signalbox run " + file);
        }
        return ExitCode.DONE.code();
    }
}
