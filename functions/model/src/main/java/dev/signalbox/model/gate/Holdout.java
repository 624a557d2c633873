package dev.signalbox.model.gate;

import dev.signalbox.contract.config.GateConfig;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.metric.Gain;
import dev.signalbox.model.metric.PairedTest;

/// The opened holdout with what the challenger says of it.
///
/// @param rows with targets
/// @param challenger its predictions
/// @param metric the primary one
/// @param classCount 0 for a regression
/// @param config the conditions
/// @param seed of resamples
record Holdout(Matrix rows, Predictions challenger, MetricName metric, int classCount, GateConfig config, long seed) {
    /// Below so few rows, a reason says that they are few.
    static final int FEW_ROWS = 20;

    /// The paired test of the challenger against other predictions for the same rows.
    Gain gainOver(Predictions reference) {
        return new PairedTest(metric, rows.target(), classCount, config.confidence(), seed).gain(challenger, reference);
    }

    /// A caution for reasons that rest on few rows; empty for enough rows.
    String caution() {
        return rows.rows() >= FEW_ROWS
                ? ""
                : " The holdout has only " + rows.rows() + " rows: too few for more than a rough answer.";
    }

    /// The p-value that a test must stay below.
    double level() {
        return 1 - config.confidence();
    }
}
