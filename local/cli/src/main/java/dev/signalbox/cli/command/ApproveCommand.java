package dev.signalbox.cli.command;

import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.Progress;
import dev.signalbox.cli.run.Warmup;
import dev.signalbox.cli.workspace.SqliteTaskTokens.Given;
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

    @Option(
            names = "--action",
            paramLabel = "DIGEST",
            description = "Only if the run still waits on this action, or one whose digest begins so.")
    private @Nullable String action;

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
            notOpen(runs, runId);
            return;
        }
        PendingApproval question = pending.getFirst();
        if (action != null && !question.actionDigest().startsWith(action)) {
            throw new InvalidInput(
                    "The action " + action + " was superseded: the run waits on " + question.actionDigest() + " now.",
                    "signalbox approvals tells what that is.");
        }
        HumanAnswer answer = answerTo(question);
        runs.taskTokens().complete(question.taskToken(), answer);
        runs.environment().ledger().append(runId, LedgerEvent.ApprovalAnswered.of(answer));
    }

    private HumanAnswer answerTo(PendingApproval question) {
        if (option != null && !question.options().contains(option)) {
            throw new InvalidInput(
                    "'" + option + "' is none of the answers that were offered.",
                    "Choose one of: " + String.join(", ", question.options()) + ".");
        }
        return new HumanAnswer(
                question.subject(),
                question.actionDigest(),
                !deny,
                option,
                by == null ? System.getProperty("user.name", "unknown") : by,
                reason);
    }

    /// The same answer again is harmless, and the run goes on from where it stands; another one comes too late.
    private void notOpen(LocalRuns runs, String runId) {
        List<PendingApproval> asked = runs.taskTokens().asked(runId);
        if (asked.isEmpty()) {
            throw new InvalidInput(
                    "The run " + runId + " does not wait for an answer.",
                    "signalbox show " + runId + " tells how it stands.");
        }
        PendingApproval last = asked.getLast();
        Given given = runs.taskTokens()
                .answer(last.taskToken())
                .orElseThrow(() -> new InvalidInput(
                        "The time to answer was over at " + last.expiresAt() + "; the question counts as refused.",
                        runs.command("resume " + runId) + " lets the run go on without."));
        String said = (given.answer().approved() ? "approved" : "denied") + " by "
                + given.answer().by() + " at " + given.at();
        if (given.answer().approved() == deny) {
            throw new InvalidInput(
                    "The question was " + said + " and that answer was used; the first one holds.",
                    "signalbox show " + runId + " tells how the run stands.");
        }
        common.err().println("signalbox: it was already " + said + "; nothing is done again.");
        common.err().flush();
    }
}
