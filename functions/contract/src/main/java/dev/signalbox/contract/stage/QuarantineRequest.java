package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.decision.FailureFact;
import org.jspecify.annotations.Nullable;

/// Set the data aside; the object itself stays where it is.
///
/// @param run the run
/// @param source the data
/// @param reason for people
/// @param failure null where a verdict, not a failure, led here
public record QuarantineRequest(
        RunRef run,
        SourceRef source,
        String reason,
        @Nullable FailureFact failure) implements StageRequest {
    public QuarantineRequest {
        Require.present(run, "run");
        Require.present(source, "source");
        Require.notBlank(reason, "reason");
    }
}
