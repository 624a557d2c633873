package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RulingOutcome;
import java.util.List;

/// Rulings of one guardrail.
///
/// @param guardrail its name
/// @param denialCode the code of its denials
record Rulings(String guardrail, String denialCode) {
    /// Allows when nothing speaks against it, and denies with all that does.
    ///
    /// @param objections whole sentences
    Ruling of(List<String> objections, String allowance) {
        return objections.isEmpty()
                ? new Ruling(guardrail, RulingOutcome.ALLOW, "ok", allowance)
                : new Ruling(guardrail, RulingOutcome.DENY, denialCode, String.join(" ", objections));
    }
}
