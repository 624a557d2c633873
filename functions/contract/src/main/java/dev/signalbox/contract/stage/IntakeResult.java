package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.SourceRef;
import org.jspecify.annotations.Nullable;

/// What became of the event.
///
/// @param status whether a run begins
/// @param run null unless started
/// @param source pinned; null unless started
/// @param holdout pinned; null where none was brought
/// @param limits null unless started
/// @param reason for people
public record IntakeResult(
        IntakeStatus status,
        @Nullable RunRef run,
        @Nullable SourceRef source,
        @Nullable SourceRef holdout,
        @Nullable RunLimits limits,
        String reason) {
    public IntakeResult {
        Require.present(status, "status");
        Require.that(
                (status == IntakeStatus.STARTED) == (run != null && source != null && limits != null),
                "run, source and limits go with the status 'started' and only with it");
        Require.notBlank(reason, "reason");
    }
}
