package dev.signalbox.cli.command;

import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.Progress;
import dev.signalbox.cli.run.Warmup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Continues a run that was interrupted.
@Command(
        name = "resume",
        description = "Continue a run that was interrupted, from its last completed state.",
        footer = {"", "Example:", "  signalbox resume penguins-20260131-174501-3f9a"})
final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RUN", description = "The run's id, or the start of it.")
    private String run = "";

    @Override
    public Integer call() {
        Warmup.begin();
        try (LocalRuns runs = common.existingRuns()) {
            RunLookup.Found found = new RunLookup(runs).find(run);
            Progress progress = common.progress();
            ExecutionResult result = progress.during(
                    runs.command("resume " + found.runId()), () -> runs.resume(found.runId(), progress));
            return new RunPrinter(common, runs).print(found.pipeline(), result);
        }
    }
}
