package dev.signalbox.contract.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How much a finding matters.
public enum Severity {
    /// Worth knowing.
    INFO,
    /// Learning is possible, the result may suffer; a repair may help.
    WARNING,
    /// Learning from the data as it is would be wrong.
    ERROR;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
