package dev.signalbox.cli.command;

import dev.signalbox.asl.check.CheckSuite;
import dev.signalbox.contract.failure.InvalidInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Runs a folder of cases.
@Command(
        name = "check",
        description = "Run every case of a folder and print one line of JSON for each.",
        footer = {
            "",
            "Example:",
            "  signalbox asl check cases    (each cases/<case>/ holds definition.json, input.json, maybe mock.json)"
        })
final class AslCheckCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "The folder of cases.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        try {
            CheckSuite.run(folder, line -> {
                common.out().println(line);
                common.out().flush();
            });
            return ExitCode.DONE.code();
        } catch (IOException e) {
            throw new InvalidInput("There is no folder " + folder + " that can be read.", "Name a folder of cases.", e);
        }
    }
}
