package dev.signalbox.contract.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Which rows are taken out.
public enum RowCondition {
    /// Those that lack a value.
    MISSING,
    /// Those whose value is one of the labels.
    IN;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
