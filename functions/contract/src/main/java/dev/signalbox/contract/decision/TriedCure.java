package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Action;
import org.jspecify.annotations.Nullable;

/// What was done about a failure before somebody is told.
///
/// @param failure that it was to cure
/// @param action that was taken: a stage was run again, or a person was asked
/// @param answer of the person; null where nobody was asked
public record TriedCure(
        FailureFact failure, Action action, @Nullable HumanAnswer answer) {
    public TriedCure {
        Require.present(failure, "failure");
        Require.present(action, "action");
    }
}
