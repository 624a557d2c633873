package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.decision.RunView;

/// Ids of candidates that a decision asks for begin with the number of that decision, `d2-…`. So they are
/// new in the run by construction, even where the view is too small to list every candidate, and a
/// leaderboard tells who asked.
public final class DecisionIds {
    private DecisionIds() {}

    /// What the ids of new candidates begin with: one above the newest decision of the view.
    public static String prefix(RunView view) {
        int newest = view.decisions().isEmpty()
                ? 0
                : number(view.decisions().getLast().decisionId());
        return "d" + (newest + 1) + "-";
    }

    private static int number(String decisionId) {
        int number = 0;
        for (int i = 0; i < decisionId.length(); i++) {
            int digit = decisionId.charAt(i) - '0';
            number = digit >= 0 && digit <= 9 ? Math.min(number * 10 + digit, 100_000) : number;
        }
        return number;
    }
}
