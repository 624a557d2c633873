package dev.signalbox.contract.stage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What Validate says of a dataset.
public enum DataVerdict {
    /// Learning can start.
    USABLE,
    /// Learning would be wrong as it is, and repairs are known.
    REPAIRABLE,
    /// Nothing known would make it usable.
    UNUSABLE;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
