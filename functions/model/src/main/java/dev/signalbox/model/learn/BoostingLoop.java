package dev.signalbox.model.learn;

import dev.signalbox.contract.evaluation.CurvePoint;
import dev.signalbox.contract.failure.ResourceExhausted;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// Boosts round by round until the bound of rounds, until the validation loss has not fallen for a while,
/// until nothing can be learned any more, or until the deadline; whichever comes first. One loop for both
/// libraries.
///
/// @param maxRounds 1 or more
/// @param patience rounds without a lower validation loss that end it; 0 where there is nothing to validate
///     on
/// @param trainRows number of training rows
/// @param deadlineNanos of `System.nanoTime()`
record BoostingLoop(int maxRounds, int patience, int trainRows, long deadlineNanos) {
    private static final int VALID_POINTS = 200;
    /// Fewer, since the training rows' loss is looked at for the curve alone.
    private static final int MOST_TRAIN_POINTS = 40;

    private static final int LEAST_TRAIN_POINTS = 5;
    /// Training rows that the curve may look at in all: a small part of the time that boosting takes.
    private static final int ROWS_FOR_TRAIN_CURVE = 2_000_000;

    private static final int LEAST_PATIENCE = 10;
    private static final int MOST_PATIENCE = 100;
    private static final double PATIENCE_SHRINKAGE = 2;

    /// What learns round by round.
    interface Booster {
        /// Learns one round more; false where there was nothing left to learn.
        boolean boost(int round);

        double trainLoss(int round);

        double validLoss(int round);
    }

    /// How it ended.
    ///
    /// @param rounds of the lowest validation loss, or all of them
    /// @param stoppedEarly whether it ended before `maxRounds`
    /// @param outOfTime whether the deadline ended it
    record Outcome(
            int rounds,
            boolean stoppedEarly,
            boolean outOfTime,
            List<CurvePoint> trainCurve,
            List<CurvePoint> validCurve) {}

    /// The smaller the steps, the longer a plateau may be: 20 rounds at a learning rate of 0.1.
    static int patience(double learningRate, int validRows) {
        return validRows == 0
                ? 0
                : Math.clamp(Math.round(PATIENCE_SHRINKAGE / learningRate), LEAST_PATIENCE, MOST_PATIENCE);
    }

    /// Runs to the end.
    ///
    /// Raises [ResourceExhausted] where the deadline passed before the first round.
    Outcome run(Booster booster) {
        int trainEvery = Math.ceilDiv(
                maxRounds,
                Math.clamp(ROWS_FOR_TRAIN_CURVE / Math.max(1, trainRows), LEAST_TRAIN_POINTS, MOST_TRAIN_POINTS));
        List<CurvePoint> trainCurve = new ArrayList<>();
        List<CurvePoint> validCurve = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        int bestRounds = 0;
        int done = 0;
        boolean outOfTime = false;
        while (done < maxRounds && (patience == 0 || done - bestRounds < patience)) {
            if (System.nanoTime() - deadlineNanos > 0) {
                requireOne(done);
                outOfTime = true;
                break;
            }
            boolean learned = booster.boost(done);
            double loss = patience == 0 ? Double.NaN : rounded(booster.validLoss(done));
            if (done % trainEvery == 0) {
                trainCurve.add(new CurvePoint(done + 1, rounded(booster.trainLoss(done))));
            }
            if (done % Math.ceilDiv(maxRounds, VALID_POINTS) == 0) {
                validCurve.add(new CurvePoint(done + 1, loss));
            }
            if (!learned && done > 0) {
                break;
            }
            done++;
            if (loss < best) {
                best = loss;
                bestRounds = done;
            }
        }
        int rounds = bestRounds == 0 ? done : bestRounds;
        return new Outcome(rounds, done < maxRounds, outOfTime, trainCurve, patience == 0 ? List.of() : validCurve);
    }

    /// To seven digits: libraries sum losses in parallel, and the order of a sum, which depends on the
    /// number of threads, shows in the last digits.
    private static double rounded(double loss) {
        return Double.isFinite(loss)
                ? new BigDecimal(loss).round(MathContext.DECIMAL32).doubleValue()
                : loss;
    }

    private static void requireOne(int done) {
        if (done == 0) {
            throw new ResourceExhausted(
                    "The time of the candidate was over before its first round.",
                    "Raise train.timeoutSeconds, or train on fewer rows.");
        }
    }
}
