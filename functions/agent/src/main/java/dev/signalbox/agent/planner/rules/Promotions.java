package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.RunView;
import org.jspecify.annotations.Nullable;

/// Answers about promotions.
final class Promotions {
    private static final String SUBJECT = "promotion";

    private Promotions() {}

    static @Nullable HumanAnswer lastAnswer(RunView view) {
        return view.answers().reversed().stream()
                .filter(answer -> answer.subject().equals(SUBJECT))
                .findFirst()
                .orElse(null);
    }
}
