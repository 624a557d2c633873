package dev.signalbox.contract.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a guardrail says; the strictest of several wins.
public enum RulingOutcome {
    /// Nothing speaks against it.
    ALLOW,
    /// A person must agree first.
    ASK,
    /// It must not happen.
    DENY;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
