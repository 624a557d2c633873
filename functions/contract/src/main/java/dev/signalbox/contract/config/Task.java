package dev.signalbox.contract.config;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What is predicted.
public enum Task {
    /// One of two classes.
    BINARY,
    /// One of three or more classes.
    MULTICLASS,
    /// A number.
    REGRESSION;

    /// Whether the target is a class.
    public boolean isClassification() {
        return this != REGRESSION;
    }

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
