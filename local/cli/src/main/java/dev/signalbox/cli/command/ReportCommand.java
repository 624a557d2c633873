package dev.signalbox.cli.command;

import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.RunReport;
import dev.signalbox.contract.failure.ResourceExhausted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds, copies, or writes a run's report.
@Command(
        name = "report",
        description = "Tell where a run's report is, or copy it; write it where it is missing.",
        footer = {"", "Example:", "  signalbox report penguins-20260131-174501-3f9a --out report.html"})
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RUN", description = "The run's id, or the start of it.")
    private String run = "";

    @Option(names = "--out", paramLabel = "HTML", description = "Copy the report here.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        try (LocalRuns runs = common.existingRuns()) {
            RunLookup.Found found = new RunLookup(runs).find(run);
            RunReport report = new RunReport(runs, found.runId());
            Path place = report.written().orElseGet(report::write);
            Path shown = out == null ? place : copy(place, out);
            if (common.json()) {
                common.printJson(Map.of("runId", found.runId(), "report", shown.toString()));
            } else {
                common.out().println(shown);
            }
            return ExitCode.DONE.code();
        }
    }

    private static Path copy(Path from, Path to) {
        try {
            return Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ResourceExhausted(
                    "The report could not be written to " + to + ": " + e.getMessage() + ".",
                    "Choose another place with --out.",
                    e);
        }
    }
}
