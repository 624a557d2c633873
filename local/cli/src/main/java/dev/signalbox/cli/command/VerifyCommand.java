package dev.signalbox.cli.command;

import dev.signalbox.cli.audit.Fault;
import dev.signalbox.cli.audit.RunAudit;
import dev.signalbox.cli.run.LocalRuns;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks that a run's record is what was written.
@Command(
        name = "verify",
        description =
                "Check a run's chain of hashes and the bytes of its artifacts. Exit code 7 when either was changed.",
        footer = {
            "",
            "Examples:",
            "  signalbox verify penguins-20260131-174501-3f9a",
            "  signalbox verify penguins-20260131-174501-3f9a --head 5b1cf0c2a4e1"
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RUN", description = "The run's id, or the start of it.")
    private String run = "";

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description =
                    "The last entry's hash, or the start of it, as an earlier verify printed it and somebody kept it.")
    private @Nullable String head;

    @Override
    public Integer call() {
        try (LocalRuns runs = common.existingRuns()) {
            RunAudit audit = runs.verify(new RunLookup(runs).find(run).runId(), head);
            if (common.json()) {
                common.printJson(audit);
            } else {
                print(audit);
            }
            return (audit.faults().isEmpty() ? ExitCode.DONE : ExitCode.RECORD_CHANGED).code();
        }
    }

    private void print(RunAudit audit) {
        for (Fault fault : audit.faults()) {
            common.out().println(fault.kind().id() + "  " + fault.message());
        }
        String size = audit.entries() + " entries, " + audit.artifacts() + " artifacts";
        common.out()
                .println(
                        audit.faults().isEmpty()
                                ? audit.runId() + " is as it was written: " + size + "; head " + audit.head()
                                : audit.runId() + " is not as it was written: "
                                        + audit.faults().size() + " faults in " + size + ".");
        common.out().flush();
    }
}
