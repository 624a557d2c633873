package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import org.jspecify.annotations.Nullable;

/// Make an earlier version champion again.
///
/// @param pipeline the pipeline's name
/// @param toVersion an existing version
/// @param reason for people
/// @param by who asked
public record RollbackRequest(String pipeline, int toVersion, String reason, String by) implements StageRequest {
    public RollbackRequest {
        Require.notBlank(pipeline, "pipeline");
        Require.inRange(toVersion, 1, Integer.MAX_VALUE, "toVersion");
        Require.notBlank(reason, "reason");
        Require.notBlank(by, "by");
    }

    @Override
    public @Nullable RunRef run() {
        return null;
    }
}
