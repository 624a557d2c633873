package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Action;

/// What else was considered.
///
/// @param action not taken
/// @param reason why not
public record Alternative(Action action, String reason) {
    public Alternative {
        Require.present(action, "action");
        Require.notBlank(reason, "reason");
    }
}
