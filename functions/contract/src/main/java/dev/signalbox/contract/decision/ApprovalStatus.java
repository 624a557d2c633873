package dev.signalbox.contract.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What an approval is worth.
public enum ApprovalStatus {
    /// Given, and not used yet.
    APPROVED,
    /// Refused.
    REJECTED,
    /// Nobody answered in time.
    EXPIRED,
    /// Another decision was made after the question.
    SUPERSEDED,
    /// The action that it was given for has been carried out.
    CONSUMED;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
