package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;

/// That the question was put.
///
/// @param subject as asked
public record AwaitApprovalResult(String subject) {
    public AwaitApprovalResult {
        Require.notBlank(subject, "subject");
    }
}
