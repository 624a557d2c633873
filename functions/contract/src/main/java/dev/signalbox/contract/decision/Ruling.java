package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;

/// One guardrail's answer to a proposal.
///
/// @param guardrail its name
/// @param outcome what it says
/// @param code `ok`, `malformed`, `not_allowed`, `budget`, …
/// @param reason for people and for the planner's next try
public record Ruling(String guardrail, RulingOutcome outcome, String code, String reason) {
    public Ruling {
        Require.notBlank(guardrail, "guardrail");
        Require.present(outcome, "outcome");
        Require.notBlank(code, "code");
        Require.notBlank(reason, "reason");
    }
}
