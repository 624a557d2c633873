package dev.signalbox.cli.command;

import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.RunDecisions;
import dev.signalbox.cli.run.Screen;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.registry.account.DecisionAccount;
import dev.signalbox.registry.words.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// Shows what the agent decided in a run, and why.
@Command(
        name = "decisions",
        description = "Tell what was seen, proposed, ruled and done at each junction of a run, and what came of it.",
        footer = {
            "",
            "Examples:",
            "  signalbox decisions penguins-20260131-174501-3f9a",
            "  signalbox decisions --pipeline penguins --compare"
        })
final class DecisionsCommand implements Callable<Integer> {
    private static final int MOST_RUNS = 10_000;
    private static final int LABEL = 14;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "The run's id, or the start of it.")
    private @Nullable String run;

    @Option(
            names = "--compare",
            description = "How far the planner and the one beside it (planner.shadow, or the rules) agree.")
    private boolean compare;

    @Option(names = "--pipeline", paramLabel = "NAME", description = "With --compare: all runs of this pipeline.")
    private @Nullable String pipeline;

    @Override
    public Integer call() {
        if ((run == null) == (pipeline == null) || (pipeline != null && !compare)) {
            throw new ParameterException(
                    common.spec().commandLine(), "Name a run, or all of them with --pipeline NAME --compare.");
        }
        try (LocalRuns runs = common.existingRuns()) {
            if (compare) {
                new AgreementReport(common, runs).print(compared(runs));
                return ExitCode.DONE.code();
            }
            String runId = new RunLookup(runs).find(Objects.requireNonNull(run)).runId();
            RunDecisions told = RunDecisions.of(runs, runId);
            if (common.json()) {
                common.printJson(Map.of("runId", runId, "decisions", told.decisions(), "accounts", told.accounts()));
            } else {
                for (int i = 0; i < told.decisions().size(); i++) {
                    print(told.decisions().get(i), told.accounts().get(i));
                }
                common.out().flush();
            }
            return ExitCode.DONE.code();
        }
    }

    private List<String> compared(LocalRuns runs) {
        return run != null
                ? List.of(new RunLookup(runs).find(run).runId())
                : runs.environment().ledger().runs(pipeline, MOST_RUNS).reversed().stream()
                        .map(RunRecord::runId)
                        .toList();
    }

    private void print(Decision decision, DecisionAccount account) {
        common.out()
                .println(decision.decisionId() + "  " + decision.situation().id() + " → "
                        + decision.action().type() + (decision.safeDefault() ? " (safe default)" : "") + "  "
                        + Text.time(account.at()));
        lines("seen", account.seen());
        lines("not done", account.denied());
        line("done", account.done());
        line("why", account.why());
        if (!decision.attempts().isEmpty()) {
            Attempt last = decision.attempts().getLast();
            line(
                    "proposed by",
                    last.proposal().planner() + ", rule " + last.proposal().rule());
            lines(
                    "evidence",
                    last.proposal().evidence().stream()
                            .map(each -> each.fact() + " = " + each.value())
                            .toList());
            line("ruled", rulings(last));
        }
        lines("considered", account.considered());
        line("cost", cost(account.cost()));
        line("came of it", account.cameOfIt());
        common.out().println();
    }

    private static String rulings(Attempt attempt) {
        String allowed = attempt.rulings().stream()
                .filter(ruling -> ruling.outcome() == RulingOutcome.ALLOW)
                .map(ruling -> ruling.guardrail().replace('_', ' '))
                .collect(Collectors.joining(", "));
        String others = attempt.rulings().stream()
                .filter(ruling -> ruling.outcome() != RulingOutcome.ALLOW)
                .map(ruling ->
                        ruling.outcome().id() + " by " + ruling.guardrail().replace('_', ' ') + ": " + ruling.reason())
                .collect(Collectors.joining(" "));
        return (allowed.isEmpty() ? "" : "allowed by " + allowed + ". ") + others;
    }

    private static String cost(DecisionAccount.Cost cost) {
        return cost.stages().isEmpty()
                ? "nothing ran"
                : String.join(", ", cost.stages()) + ": " + Text.duration(cost.millis())
                        + (cost.models() == 0 ? "" : ", " + Text.count(cost.models(), "model"))
                        + (cost.costUsd() > 0 ? ", $" + Text.number(cost.costUsd()) : "");
    }

    private void lines(String label, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            line(i == 0 ? label : "", texts.get(i));
        }
    }

    private void line(String label, String text) {
        if (!text.isBlank()) {
            String margin = " ".repeat(LABEL + 2);
            String wrapped = screen().wrap(text.strip(), LABEL + 2).replace("\n", "\n" + margin);
            common.out().println("  " + label + " ".repeat(LABEL - label.length()) + wrapped);
        }
    }

    private Screen screen() {
        return Screen.ofOutput(common.spec().commandLine());
    }
}
