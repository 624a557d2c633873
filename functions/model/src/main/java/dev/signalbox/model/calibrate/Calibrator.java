package dev.signalbox.model.calibrate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.signalbox.model.learn.Predictions;
import java.util.Optional;

/// Turns a model's probabilities into better ones. Row by row, and never changes which of two rows of a
/// binary task is the more probable one (isotonic calibration can make them equal). Written as JSON beside
/// the model.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlattScaling.class, name = "platt"),
    @JsonSubTypes.Type(value = IsotonicScaling.class, name = "isotonic"),
    @JsonSubTypes.Type(value = TemperatureScaling.class, name = "temperature")
})
public sealed interface Calibrator permits PlattScaling, IsotonicScaling, TemperatureScaling {
    /// The calibrated probabilities; the given ones are left as they are.
    Predictions apply(Predictions predictions);

    /// Learns a calibrator from validation predictions, where that helps.
    ///
    /// Candidates are Platt and, from 1,000 rows, isotonic scaling for two classes, and temperature scaling
    /// for more. Each is fitted on four fifths of the rows and applied to the others, five times over; the
    /// one with the lowest log loss is kept when its gain over the raw probabilities is more than 1.645
    /// standard errors of the rows' gains (95 percent, one-sided). Fits use at most 20,000 rows.
    ///
    /// @param valid probabilities for rows that the model did not learn from
    /// @param target class codes
    /// @param classCount 2 or more; for fewer the answer is empty
    /// @param seed of the folds
    /// @return empty where nothing helps beyond noise, a class has fewer than five rows, or there are fewer
    ///     than 40 rows
    static Optional<Calibrated> fit(Predictions valid, double[] target, int classCount, long seed) {
        return classCount < 2 ? Optional.empty() : new CrossFit(valid, target, classCount, seed).best();
    }
}
