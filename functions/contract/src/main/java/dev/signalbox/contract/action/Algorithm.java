package dev.signalbox.contract.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What learns a candidate.
public enum Algorithm {
    /// Prior probabilities, or the mean.
    BASELINE,
    /// Regularised logistic or linear regression.
    LINEAR,
    /// Gradient boosted trees by XGBoost.
    XGBOOST,
    /// Gradient boosted trees by LightGBM.
    LIGHTGBM,
    /// A weighted mean of other candidates; made by `Blend`, never trained by `Train`.
    BLEND;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
