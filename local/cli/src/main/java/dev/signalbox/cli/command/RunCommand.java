package dev.signalbox.cli.command;

import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.cli.run.Installation;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.Progress;
import dev.signalbox.cli.run.RunIds;
import dev.signalbox.cli.run.Warmup;
import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.cli.workspace.Workspace;
import dev.signalbox.contract.stage.RunRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// From a data file to a judged model.
@Command(
        name = "run",
        description = "Learn from a data file, judge what was learned, and promote it when it is good enough.",
        footer = {
            "",
            "Examples:",
            "  signalbox run examples/penguins/penguins.csv --target species",
            "  signalbox run examples/penguins                      (a folder with a pipeline.yaml)",
            "  signalbox run --train train.csv --holdout test.csv --target y --json"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        Warmup.begin();
        RunRequest request = options.request(common.spec());
        Workspace workspace =
                common.workspaceBeside(FileUris.path(request.source().uri())).create();
        try (LocalRuns runs = new LocalRuns(workspace, Installation.current())) {
            String runId =
                    RunIds.next(request.pipeline(), runs.environment().clock().instant());
            RunPrinter printer = new RunPrinter(common, runs);
            Progress progress = common.progress();
            ExecutionResult result =
                    progress.during(runs.command("resume " + runId), () -> runs.start(runId, request, progress));
            return printer.print(request.pipeline(), result);
        }
    }
}
