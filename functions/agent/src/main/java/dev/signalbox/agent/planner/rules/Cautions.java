package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.decision.RunView;

/// What a colleague would add when a candidate is proposed: how its score came about, and where not to trust
/// it. Numbers only; names of columns came from the data.
final class Cautions {
    private Cautions() {}

    /// One sentence a finding, each after a space; empty for none.
    static String of(RunView view) {
        StringBuilder said = new StringBuilder();
        view.findings().forEach(finding -> said.append(sentence(finding)));
        return said.toString();
    }

    private static String sentence(FindingFact finding) {
        return switch (finding.code()) {
            case REPEATED_ENTITY -> flattery(finding, "the entity that many rows are of");
            case CHANGES_IN_TIME -> flattery(finding, "time");
            case REPEATED_ROWS ->
                " " + number(finding, "rows") + " rows repeat others in every feature; they stay on one side of the"
                        + " split and are judged once.";
            case UNLEARNED_SEGMENT ->
                " Nothing was learned in a segment of " + number(finding, "rows") + " rows: the model takes away "
                        + number(finding, "explained") + " of the error there and " + number(finding, "elsewhere")
                        + " in the others.";
            case FEW_POSITIVES ->
                " Only " + number(finding, "rows") + " rows of the rare class are held out: the gate's interval will"
                        + " be wide.";
            case NOISY_LABELS ->
                " Labels of one class are noisy: " + number(finding, "share") + " of the " + number(finding, "rows")
                        + " rows that the model is surest of say otherwise. Scores are too low by that, on the holdout"
                        + " alike.";
            default -> "";
        };
    }

    private static String flattery(FindingFact finding, String by) {
        String promise = "would promise " + number(finding, "random") + " where a model keeps "
                + number(finding, "honest") + ".";
        return finding.evidence().getOrDefault("divided", 0.0) == 1
                ? " Rows are divided by " + by + ", since a random split " + promise
                : " Warning: rows are divided at random, but not by " + by + "; on new ones this split " + promise;
    }

    private static String number(FindingFact finding, String name) {
        return Wording.number(finding.evidence().getOrDefault(name, 0.0));
    }
}
