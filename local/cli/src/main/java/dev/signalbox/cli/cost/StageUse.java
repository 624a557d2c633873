package dev.signalbox.cli.cost;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.signalbox.runtime.StageName;
import dev.signalbox.runtime.StageSize;

/// What a run takes of one stage.
///
/// @param stage which
/// @param calls 1 or more
/// @param seconds of all calls together, 0 or more
public record StageUse(@JsonIgnore StageName stage, int calls, double seconds) {
    /// The stage's name, as it stands in the document.
    @JsonProperty("stage")
    public String id() {
        return stage.id();
    }

    /// Of the deployed function.
    @JsonProperty
    public int memoryMb() {
        return StageSize.of(stage).memoryMb();
    }

    /// What AWS bills.
    @JsonProperty
    public double gbSeconds() {
        return StageSize.of(stage).gbSeconds(seconds);
    }
}
