package dev.signalbox.contract.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a junction is about.
public enum Situation {
    /// The dataset is not usable as it is.
    DATA,
    /// Candidates have been evaluated.
    MODELS,
    /// A stage failed for good.
    FAILURE,
    /// The data has moved away from the champion's.
    DRIFT;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
