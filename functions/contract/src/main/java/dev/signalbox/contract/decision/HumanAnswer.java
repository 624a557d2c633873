package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import org.jspecify.annotations.Nullable;

/// What a person answered.
///
/// @param subject `promotion`, or the question's decision id
/// @param actionDigest SHA-256 of the action that was shown; an approval holds for it alone
/// @param approved for a promotion: yes or no; for a question: answered or declined
/// @param option the chosen answer of a question
/// @param by who answered
/// @param reason in their words: untrusted
public record HumanAnswer(
        String subject,
        String actionDigest,
        boolean approved,
        @Nullable String option,
        String by,
        @Nullable String reason) {
    public HumanAnswer {
        Require.notBlank(subject, "subject");
        Require.notBlank(actionDigest, "actionDigest");
        Require.notBlank(by, "by");
    }
}
