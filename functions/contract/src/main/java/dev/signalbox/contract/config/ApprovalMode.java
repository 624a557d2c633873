package dev.signalbox.contract.config;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// When a person must agree.
public enum ApprovalMode {
    /// The gate alone decides.
    NEVER,
    /// Each promotion waits for an answer.
    ALWAYS,
    /// What is out of the ordinary waits for an answer; docs/pipeline.md says what that is.
    ON_THRESHOLD;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
