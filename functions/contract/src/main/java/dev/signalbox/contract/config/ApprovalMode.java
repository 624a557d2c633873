package dev.signalbox.contract.config;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// When a person must agree before a model is promoted.
public enum ApprovalMode {
    /// The gate alone decides.
    NEVER,
    /// Each promotion waits for an answer.
    ALWAYS;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
