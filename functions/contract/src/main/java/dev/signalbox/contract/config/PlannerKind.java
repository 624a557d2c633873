package dev.signalbox.contract.config;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Who proposes at the junction.
public enum PlannerKind {
    /// The practice of a careful data scientist, written down; offline and deterministic.
    RULES,
    /// A language model; where it fails, the rules.
    LLM,
    /// The recorded proposals of an earlier run.
    REPLAY;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
