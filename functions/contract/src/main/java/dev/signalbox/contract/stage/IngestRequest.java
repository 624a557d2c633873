package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.artifact.SourceRef;
import org.jspecify.annotations.Nullable;

/// Read a source into a typed table.
///
/// @param run the run
/// @param source pinned
/// @param holdout a second source with the same columns
/// @param changes null at the first try
public record IngestRequest(
        RunRef run,
        SourceRef source,
        @Nullable SourceRef holdout,
        @Nullable RetryChanges changes) implements StageRequest {
    public IngestRequest {
        Require.present(run, "run");
        Require.present(source, "source");
    }
}
