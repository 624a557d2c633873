package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.SourceRef;
import org.jspecify.annotations.Nullable;

/// Score rows with the champion.
///
/// @param pipeline whose champion
/// @param source the rows
/// @param name of the artifact that is written, such as `predictions`
/// @param explain whether each row gets its contributions
public record PredictRequest(String pipeline, SourceRef source, String name, boolean explain) implements StageRequest {
    public PredictRequest {
        Require.notBlank(pipeline, "pipeline");
        Require.present(source, "source");
        Require.notBlank(name, "name");
    }

    @Override
    public @Nullable RunRef run() {
        return null;
    }
}
