package dev.signalbox.cli.command;

import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.Progress;
import dev.signalbox.cli.run.Warmup;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.runtime.store.PendingApproval;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Answers the question that a run waits on.
@Command(
        name = "approve",
        description = "Answer the question that a run waits on, and let the run go on.",
        footer = {
            "",
            "Examples:",
            "  signalbox approve penguins-20260131-174501-3f9a --reason 'looks right'",
            "  signalbox approve penguins-20260131-174501-3f9a --deny --reason 'too few rows'"
        })
final class ApproveCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RUN", description = "The run's id, or the start of it.")
    private String run = "";

    @Option(names = "--deny", description = "Say no.")
    private boolean deny;

    @Option(names = "--option", paramLabel = "TEXT", description = "The answer to a question that offers several.")
    private @Nullable String option;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is recorded.")
    private @Nullable String reason;

    @Option(names = "--by", paramLabel = "NAME", description = "Who answers (default: the user of this machine).")
    private @Nullable String by;

    @Override
    public Integer call() {
        Warmup.begin();
        try (LocalRuns runs = common.existingRuns()) {
            RunLookup.Found found = new RunLookup(runs).find(run);
            answer(runs, found.runId());
            Progress progress = common.progress();
            ExecutionResult result = progress.during(
                    runs.command("resume " + found.runId()), () -> runs.resume(found.runId(), progress));
            return new RunPrinter(common, runs).print(found.pipeline(), result);
        }
    }

    private void answer(LocalRuns runs, String runId) {
        List<PendingApproval> pending = runs.taskTokens().pending(runId);
        if (pending.isEmpty()) {
            throw new InvalidInput(
                    "The run " + runId + " does not wait for an answer.",
                    "signalbox show " + runId + " tells how it stands.");
        }
        PendingApproval question = pending.getFirst();
        HumanAnswer answer = new HumanAnswer(
                question.subject(),
                question.actionDigest(),
                !deny,
                option,
                by == null ? System.getProperty("user.name", "unknown") : by,
                reason);
        runs.taskTokens().complete(question.taskToken(), answer);
        runs.environment()
                .ledger()
                .append(
                        runId,
                        new LedgerEvent.ApprovalAnswered(
                                answer.subject(), answer.actionDigest(), answer.approved(), answer.by()));
    }
}
