package dev.signalbox.contract.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Stages that can be run once more.
public enum RetryableStage {
    /// Read the source again.
    INGEST,
    /// Profile again.
    VALIDATE,
    /// Split and fit again.
    PREPARE,
    /// Train the candidates again.
    TRAIN,
    /// Evaluate again.
    EVALUATE,
    /// Blend the same candidates again.
    BLEND;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
