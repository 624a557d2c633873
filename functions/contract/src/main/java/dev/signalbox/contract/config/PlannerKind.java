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
    REPLAY,
    /// The rules, with a tree search over experiments in the place of single rounds of training; offline and
    /// deterministic.
    SEARCH;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
