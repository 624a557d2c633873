package dev.signalbox.cli.command;

import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.StageCaller;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.stage.RollbackRequest;
import dev.signalbox.contract.stage.RollbackResult;
import dev.signalbox.runtime.StageName;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes an earlier version champion again.
@Command(
        name = "rollback",
        description = "Make an earlier version champion again.",
        footer = {"", "Example:", "  signalbox rollback --pipeline penguins --to 1 --reason 'version 2 drifts'"})
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--pipeline", required = true, paramLabel = "NAME", description = "Whose champion.")
    private String pipeline = "";

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            description = "Which version (default: the one before the champion).")
    private @Nullable Integer version;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "rolled back by hand";

    @Override
    public Integer call() {
        try (LocalRuns runs = common.existingRuns()) {
            RollbackRequest request = new RollbackRequest(
                    pipeline,
                    version == null ? before(runs) : version,
                    reason,
                    System.getProperty("user.name", "unknown"));
            RollbackResult result = new StageCaller(runs).call(StageName.ROLLBACK, request, RollbackResult.class);
            if (common.json()) {
                common.printJson(result);
            } else {
                common.out()
                        .println(pipeline + " is at version " + result.version() + " now, the model of version "
                                + result.restoredVersion() + ".");
            }
            return ExitCode.DONE.code();
        }
    }

    private int before(LocalRuns runs) {
        int champion = runs.environment()
                .ledger()
                .champion(pipeline)
                .map(found -> found.version())
                .orElse(0);
        if (champion < 2) {
            throw new InvalidInput(
                    "The pipeline " + pipeline + " has no version to go back to.",
                    "signalbox models --pipeline " + pipeline + " lists its versions.");
        }
        return champion - 1;
    }
}
