package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;

/// What came of asking a person for an action.
///
/// @param subject the decision that asked, such as `d2`, or `promotion`
/// @param actionDigest SHA-256 of the action's JSON; it holds for that action alone
/// @param status what it is worth now
/// @param by who answered; `nobody` where the time ran out
public record ApprovalFact(String subject, String actionDigest, ApprovalStatus status, String by) {
    public ApprovalFact {
        Require.notBlank(subject, "subject");
        Require.notBlank(actionDigest, "actionDigest");
        Require.present(status, "status");
        Require.notBlank(by, "by");
    }
}
