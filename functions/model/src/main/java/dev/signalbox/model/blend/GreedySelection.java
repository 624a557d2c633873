package dev.signalbox.model.blend;

import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.metric.Metrics;
import dev.signalbox.model.metric.Subsample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Adds to a bag, again and again and with replacement, the candidate that makes the mean of the bag best;
/// begins with the best one and stops when none helps any more. On few rows the selection is repeated over
/// random halves of the candidates and averaged, which keeps it from fitting the rows' noise. Source:
/// Caruana et al., Ensemble selection from libraries of models, ICML 2004, sections 2.1 to 2.3.
///
/// The answer is never worse than the best candidate on the rows that it was chosen on.
final class GreedySelection {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_PICKS = 40;
    private static final int FEW_ROWS = 2_000;
    private static final int BAGS = 10;
    private static final double SHARE_OF_CANDIDATES = 0.5;
    private static final int LEAST_CANDIDATES = 3;
    /// A gain below it is rounding.
    private static final double LEAST_GAIN = 1e-9;

    private final List<Predictions> candidates;
    private final double[] target;
    private final int classCount;
    private final MetricName metric;
    private final long seed;

    /// @param candidates predictions for the same rows
    /// @param target of these rows
    GreedySelection(List<Predictions> candidates, double[] target, int classCount, MetricName metric, long seed) {
        int[] rows = Subsample.of(target.length, MOST_ROWS, seed);
        this.candidates = candidates.stream()
                .map(predictions -> Subsample.pick(predictions, rows))
                .toList();
        this.target = Subsample.pick(target, rows);
        this.classCount = classCount;
        this.metric = metric;
        this.seed = seed;
    }

    /// A share for each candidate, 0 for those that are not wanted; the shares sum to 1.
    double[] weights() {
        double[] plain = select(IntStream.range(0, candidates.size()).toArray());
        if (target.length >= FEW_ROWS || candidates.size() <= LEAST_CANDIDATES) {
            return plain;
        }
        double[] bagged = bagged();
        double best = score(single(best(all())));
        return metric.gain(score(bagged), best) >= 0 ? bagged : plain;
    }

    private double[] bagged() {
        SplittableRandom random = new SplittableRandom(seed);
        int size = Math.max(LEAST_CANDIDATES, (int) Math.round(candidates.size() * SHARE_OF_CANDIDATES));
        double[] sum = new double[candidates.size()];
        for (int bag = 0; bag < BAGS; bag++) {
            double[] weights = select(Subsample.of(candidates.size(), size, random.nextLong()));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[i] / BAGS;
            }
        }
        return sum;
    }

    private double[] select(int[] allowed) {
        List<Integer> picks = new ArrayList<>();
        picks.add(best(allowed));
        double score = score(weights(picks));
        while (picks.size() < MOST_PICKS) {
            int next = -1;
            double nextScore = score;
            for (int candidate : allowed) {
                picks.add(candidate);
                double found = score(weights(picks));
                picks.removeLast();
                if (metric.gain(found, nextScore) > LEAST_GAIN * Math.max(1, Math.abs(nextScore))) {
                    next = candidate;
                    nextScore = found;
                }
            }
            if (next < 0) {
                break;
            }
            picks.add(next);
            score = nextScore;
        }
        return weights(picks);
    }

    private int best(int[] allowed) {
        int best = allowed[0];
        double bestScore = score(single(best));
        for (int candidate : allowed) {
            double score = score(single(candidate));
            if (metric.gain(score, bestScore) > 0) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /// NaN, where the rows do not define the metric, gains nothing over anything.
    private double score(double[] weights) {
        return Metrics.value(metric, WeightedMean.of(candidates, weights), target, classCount);
    }

    private int[] all() {
        return IntStream.range(0, candidates.size()).toArray();
    }

    private double[] single(int candidate) {
        double[] weights = new double[candidates.size()];
        weights[candidate] = 1;
        return weights;
    }

    private double[] weights(List<Integer> picks) {
        double[] counts = new double[candidates.size()];
        picks.forEach(pick -> counts[pick]++);
        return Arrays.stream(counts).map(count -> count / picks.size()).toArray();
    }
}
