package dev.signalbox.model.features;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why a column is no feature.
public enum DropReason {
    /// The pipeline says so.
    IGNORED,
    /// It has no name.
    UNNAMED,
    /// It divides the rows into groups that the model must not know.
    GROUPS_ROWS,
    /// No training row has a value.
    EMPTY,
    /// Every training row has the same value.
    CONSTANT,
    /// It numbers or names the rows.
    IDENTIFIER,
    /// Hardly a value comes often enough in the training rows to learn from.
    TOO_MANY_VALUES,
    /// Of very many columns, one that says no more about the target than chance would.
    NOT_TELLING;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
