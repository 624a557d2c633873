package dev.signalbox.contract.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How predictions are combined.
public enum BlendMethod {
    /// With equal weights.
    MEAN,
    /// By greedy ensemble selection on validation data. Source: Caruana et al., Ensemble selection from
    /// libraries of models, ICML 2004.
    GREEDY;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
