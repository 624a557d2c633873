package dev.signalbox.cli.command;

import dev.signalbox.cli.run.Agreement;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.runtime.Documents;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Prints how far two planners agree, a junction a line, and overall.
record AgreementReport(CommonOptions common, LocalRuns runs) {
    private static final double PERCENT = 100;

    void print(List<String> runIds) {
        List<Agreement> all = runIds.stream().flatMap(this::of).toList();
        Agreement.Overall overall = Agreement.Overall.of(all);
        if (common.json()) {
            common.printJson(Map.of("decisions", all, "overall", overall));
            return;
        }
        TextTable table = new TextTable("run", "decision", "planner", "did", "beside it", "would have", "agreement");
        all.forEach(one -> table.row(
                one.runId(),
                one.decisionId(),
                one.planner(),
                one.action(),
                one.other(),
                one.otherAction() == null ? "nothing" : one.otherAction() + (one.denied() ? " (denied)" : ""),
                one.agreement().id().replace('_', ' ') + (one.note() == null ? "" : ": " + one.note())));
        table.print(
                common, "No second planner stands beside a decision here; planner.shadow in pipeline.yaml names one.");
        if (!all.isEmpty()) {
            common.out().println(words(overall));
        }
    }

    private static String words(Agreement.Overall overall) {
        return String.format(
                Locale.ROOT,
                "%d decisions: %d the same (%.0f %%), %d of the same kind, %d different, %d without a proposal; %d would have"
                        + " been denied. Tokens: %d in, %d out; %.4f USD.",
                overall.decisions(),
                overall.same(),
                PERCENT * overall.same() / overall.decisions(),
                overall.sameKind(),
                overall.different(),
                overall.none(),
                overall.denied(),
                overall.tokensIn(),
                overall.tokensOut(),
                overall.costUsd());
    }

    private Stream<Agreement> of(String runId) {
        Documents documents = new Documents(runs.environment().artifacts());
        return runs.environment().ledger().entries(runId).stream()
                .map(entry -> entry.event())
                .filter(LedgerEvent.DecisionMade.class::isInstance)
                .map(event -> documents.read(((LedgerEvent.DecisionMade) event).decision(), Decision.class))
                .flatMap(decision -> Agreement.of(runId, decision, documents).stream());
    }
}
