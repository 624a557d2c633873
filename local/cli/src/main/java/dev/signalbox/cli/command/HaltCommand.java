package dev.signalbox.cli.command;

import dev.signalbox.contract.ledger.LedgerEvent;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Stops the agent of a pipeline.
@Command(
        name = "halt",
        description = "Stop the agent of a pipeline: from its next junction on, runs change nothing in production.",
        footer = {"", "Example:", "  signalbox halt penguins --reason 'labels of May are wrong'"})
final class HaltCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "PIPELINE", description = "Whose agent.")
    private String pipeline = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "";

    @Override
    public Integer call() {
        Operations.append(common, pipeline, by -> new LedgerEvent.AgentHalted(reason, by));
        return ExitCode.DONE.code();
    }
}
