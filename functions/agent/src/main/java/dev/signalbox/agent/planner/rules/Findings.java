package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.decision.PastDecision;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the rules for data ask of a view.
final class Findings {
    private Findings() {}

    /// Findings that make learning wrong.
    static List<FindingFact> errors(RunView view) {
        return view.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    /// Repairs that were carried out in this run.
    static Set<Repair> done(RunView view) {
        return view.decisions().stream()
                .map(PastDecision::action)
                .filter(Action.RepairData.class::isInstance)
                .map(Action.RepairData.class::cast)
                .flatMap(action -> action.repairs().stream())
                .collect(Collectors.toSet());
    }

    /// At most five findings in one sentence.
    static String sentence(List<FindingFact> findings) {
        int most = 5;
        String named = findings.stream().limit(most).map(Wording::finding).collect(Collectors.joining("; "));
        int more = findings.size() - most;
        String sentence = named + (more > 0 ? "; and " + more + " more" : "");
        return sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1) + ".";
    }

    /// A reason that fits into an action.
    static String reason(String text) {
        int longest = 500;
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
