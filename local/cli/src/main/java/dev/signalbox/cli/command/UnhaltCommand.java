package dev.signalbox.cli.command;

import dev.signalbox.contract.ledger.LedgerEvent;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lets the agent of a pipeline act again.
@Command(
        name = "unhalt",
        description = "Let the agent of a pipeline act again.",
        footer = {"", "Example:", "  signalbox unhalt penguins"})
final class UnhaltCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "PIPELINE", description = "Whose agent.")
    private String pipeline = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "";

    @Override
    public Integer call() {
        Operations.append(common, pipeline, by -> new LedgerEvent.AgentReleased(reason, by));
        return ExitCode.DONE.code();
    }
}
