package dev.signalbox.contract.stage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whether a candidate could be trained.
public enum TrainStatus {
    /// There is a model.
    TRAINED,
    /// There is none; the reason says why. The run goes on.
    FAILED;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
