package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;

/// One condition of promotion.
///
/// @param name such as `minimum roc_auc`, `beats the baseline`, `no worse than the champion`, `segments`
/// @param passed whether it holds
/// @param reason with the numbers
public record GateCondition(String name, boolean passed, String reason) {
    public GateCondition {
        Require.notBlank(name, "name");
        Require.notBlank(reason, "reason");
    }
}
