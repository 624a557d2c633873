package dev.signalbox.contract.config;

import dev.signalbox.contract.Require;
import java.util.List;

/// Whether promotion waits for a person.
///
/// @param mode default `never`
/// @param timeoutSeconds how long an answer is awaited, 1 to 31,536,000; default 604,800 (a week);
///     afterwards the promotion is refused
/// @param approvers who is told; empty means whoever has access
public record ApprovalConfig(ApprovalMode mode, long timeoutSeconds, List<String> approvers) {
    public ApprovalConfig {
        mode = mode == null ? ApprovalMode.NEVER : mode;
        timeoutSeconds = timeoutSeconds == 0
                ? 604_800
                : Require.inRange(timeoutSeconds, 1, 31_536_000, "approval.timeoutSeconds");
        approvers = Require.listOrEmpty(approvers);
    }

    /// Everything by default.
    public static ApprovalConfig defaults() {
        return new ApprovalConfig(ApprovalMode.NEVER, 0, List.of());
    }
}
