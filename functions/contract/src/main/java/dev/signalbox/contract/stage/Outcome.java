package dev.signalbox.contract.stage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a run ended, or why it stands still.
public enum Outcome {
    /// A candidate of the run is the champion.
    PROMOTED,
    /// The champion, if there is one, stays.
    REJECTED,
    /// The data was set aside.
    QUARANTINED,
    /// The dataset version has had its run.
    DUPLICATE,
    /// The event was none that starts a run.
    IGNORED,
    /// A person has to answer first.
    AWAITING_APPROVAL,
    /// A stage failed for good.
    FAILED;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
