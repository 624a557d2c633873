package dev.signalbox.cli.command;

import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.Screen;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.runtime.Documents;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// Shows what the agent decided in a run, and why.
@Command(
        name = "decisions",
        description = "Show what was proposed, ruled and done at each junction of a run.",
        footer = {
            "",
            "Examples:",
            "  signalbox decisions penguins-20260131-174501-3f9a",
            "  signalbox decisions --pipeline penguins --compare"
        })
final class DecisionsCommand implements Callable<Integer> {
    private static final int MOST_RUNS = 10_000;

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
            RunLookup.Found found = new RunLookup(runs).find(Objects.requireNonNull(run));
            Documents documents = new Documents(runs.environment().artifacts());
            List<Decision> decisions = runs.environment().ledger().entries(found.runId()).stream()
                    .map(LedgerEntry::event)
                    .filter(LedgerEvent.DecisionMade.class::isInstance)
                    .map(event -> documents.read(((LedgerEvent.DecisionMade) event).decision(), Decision.class))
                    .toList();
            if (common.json()) {
                common.printJson(Map.of("runId", found.runId(), "decisions", decisions));
            } else {
                decisions.forEach(this::print);
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

    private void print(Decision decision) {
        common.out()
                .println(decision.decisionId() + "  " + decision.situation().id() + " → "
                        + decision.action().type() + (decision.safeDefault() ? " (safe default)" : ""));
        for (Attempt attempt : decision.attempts()) {
            Proposal proposal = attempt.proposal();
            line(4, proposal.planner() + "/" + proposal.rule() + ": " + proposal.rationale());
            for (Evidence evidence : proposal.evidence()) {
                line(6, "evidence  " + evidence.fact() + " = " + evidence.value());
            }
            for (Ruling ruling : attempt.rulings()) {
                line(6, String.format("%-8s  ", ruling.outcome().id()) + ruling.guardrail() + ": " + ruling.reason());
            }
        }
    }

    private void line(int indent, String text) {
        String margin = " ".repeat(indent);
        common.out().println(margin + screen().wrap(text, indent).replace("\n", "\n" + margin));
    }

    private Screen screen() {
        return Screen.ofOutput(common.spec().commandLine());
    }
}
