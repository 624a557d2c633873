package dev.signalbox.contract.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The types of a dataset's columns.
public enum ColumnType {
    /// A real number.
    NUMBER,
    /// A whole number.
    INTEGER,
    /// True or false.
    BOOLEAN,
    /// A day.
    DATE,
    /// A point in time.
    TIMESTAMP,
    /// Anything else.
    TEXT;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
