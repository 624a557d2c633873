package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.RunView;
import java.util.Locale;
import java.util.Set;

/// A stage that reads or learns from the data found that it cannot be used: trying again gives the same
/// answer, so the data is set aside and other runs go on. Where a stage complains that does not look at data
/// (Intake, whose run has not begun; Gate, Promote and the rest), the data is not to blame.
final class QuarantineBadInput implements Rule {
    private static final Set<String> READERS =
            Set.of("ingest", "validate", "repair", "prepare", "train", "evaluate", "blend");

    @Override
    public String name() {
        return "quarantine_bad_input";
    }

    @Override
    public Consideration consider(RunView view) {
        FailureFact failure = Failures.of(view);
        String state = failure.state().toLowerCase(Locale.ROOT);
        if (!Failures.isBadInput(failure) || READERS.stream().noneMatch(state::startsWith)) {
            return Consideration.rests();
        }
        String message = Failures.message(failure);
        return Consideration.fires(
                new Action.Quarantine(Findings.reason(message)),
                "The data cannot be used: " + Findings.reason(message)
                        + " Trying again would find the same, so the data is set aside.");
    }
}
