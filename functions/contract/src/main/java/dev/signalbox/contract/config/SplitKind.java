package dev.signalbox.contract.config;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How rows are divided into training, validation and holdout.
public enum SplitKind {
    /// Stratified for classes, random for numbers, by group or time where a column is named.
    AUTO,
    /// At random by the seed.
    RANDOM,
    /// At random within each class (within quantiles of a number).
    STRATIFIED,
    /// The latest rows are the holdout, those before them validation.
    TIME,
    /// All rows of a group stay together.
    GROUP;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
