package dev.signalbox.contract.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// In which order a date's numbers stand in text. Year first is always understood.
public enum DateOrder {
    /// Year first alone, or an order that only one reading makes a date; what can be read in two ways is
    /// refused.
    UNAMBIGUOUS,
    /// `25.12.2024`.
    DAY_FIRST,
    /// `12/25/2024`.
    MONTH_FIRST;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
