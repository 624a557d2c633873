package dev.signalbox.registry.alert;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.TriedCure;
import dev.signalbox.registry.words.ActionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was tried before somebody is told, in plain words.
///
/// @param tried oldest first
/// @param failure that nothing cured
record TriedText(List<TriedCure> tried, FailureFact failure) {
    private static final String NOBODY = "nobody";

    /// Numbered, in one line.
    String text() {
        if (tried.isEmpty()) {
            return "nothing; no cure is known for it.";
        }
        List<String> said = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) {
            TriedCure cure = tried.get(i);
            FailureFact next = i + 1 < tried.size() ? tried.get(i + 1).failure() : failure;
            said.add((i + 1) + ". " + after(cure.failure()) + ActionText.of(cure.action()) + cameOfIt(cure, next));
        }
        return String.join(" ", said);
    }

    private static String after(FailureFact before) {
        return "After " + before.state() + " failed (" + AlertText.simple(before.error()) + "): ";
    }

    private static String cameOfIt(TriedCure cure, FailureFact next) {
        return switch (cure.action()) {
            case Action.RetryStage retry -> failedAgain(retry, next) ? "; it failed again." : "; that went well.";
            case Action.AskHuman _ -> answered(cure.answer());
            case Action.TrainMore _,
                    Action.RepairData _,
                    Action.Blend _,
                    Action.Promote _,
                    Action.Reject _,
                    Action.Quarantine _,
                    Action.Finish _ -> ".";
        };
    }

    private static boolean failedAgain(Action.RetryStage retry, FailureFact next) {
        return next.state().toLowerCase(Locale.ROOT).startsWith(retry.stage().id());
    }

    private static String answered(@Nullable HumanAnswer answer) {
        if (answer == null || answer.by().equals(NOBODY)) {
            return " Nobody answered in time.";
        }
        String option = answer.option();
        String said = option == null ? answer.approved() ? "yes" : "no" : option;
        return " " + answer.by() + " answered: " + said + ".";
    }
}
