package dev.signalbox.contract.stage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What Intake made of an event.
public enum IntakeStatus {
    /// A run begins.
    STARTED,
    /// The dataset version has had its run.
    DUPLICATE,
    /// The event is none that starts a run.
    IGNORED;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
