package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.ArtifactRef;
import org.jspecify.annotations.Nullable;

/// The scored rows.
///
/// @param predictions CSV: `prediction`, `p_<class>` a class, `reason`; one row an input row, in order
/// @param contributions CSV, one column a feature; null unless asked
/// @param version of the champion
/// @param rows input rows
/// @param unscored rows with a reason instead of a prediction
public record PredictResult(
        ArtifactRef predictions, @Nullable ArtifactRef contributions, int version, long rows, long unscored) {
    public PredictResult {
        Require.present(predictions, "predictions");
    }
}
