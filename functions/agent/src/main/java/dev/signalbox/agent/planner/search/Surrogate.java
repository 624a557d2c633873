package dev.signalbox.agent.planner.search;

import java.util.List;

/// What the scores seen so far say of a point that was not tried: a Gaussian process with a squared
/// exponential kernel over the cube of one algorithm's knobs. Source: Rasmussen and Williams, Gaussian
/// Processes for Machine Learning, 2006, algorithm 2.1; Jones, Schonlau and Welch, Efficient global
/// optimization of expensive black-box functions, 1998, for the expected improvement.
final class Surrogate {
    private static final double REACH = 0.35;
    private final List<Seen> seen;
    private final double mean;
    private final double variance;
    private final double[][] factor;
    private final double[] weights;

    /// @param seen at least one
    /// @param mean expected of a point far from all others
    /// @param deviation of the score between far points, above 0
    /// @param noise standard deviation of one score's error, above 0
    Surrogate(List<Seen> seen, double mean, double deviation, double noise) {
        this.seen = List.copyOf(seen);
        this.mean = mean;
        this.variance = deviation * deviation;
        this.factor = cholesky(noise * noise);
        this.weights = backward(
                forward(this.seen.stream().mapToDouble(one -> one.gain() - mean).toArray()));
    }

    /// What is expected at a point.
    Expected at(double[] point) {
        double[] likeness =
                seen.stream().mapToDouble(one -> kernel(one.point, point)).toArray();
        double value = mean;
        for (int i = 0; i < likeness.length; i++) {
            value += likeness[i] * weights[i];
        }
        double left = variance;
        for (double part : forward(likeness)) {
            left -= part * part;
        }
        return new Expected(value, Math.sqrt(Math.max(0, left)));
    }

    private double kernel(double[] a, double[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return variance * Math.exp(-distance / (2 * REACH * REACH * Math.max(1, a.length / 3.0)));
    }

    private double[][] cholesky(double noise) {
        int n = seen.size();
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = kernel(seen.get(i).point, seen.get(j).point) + (i == j ? noise : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-18)) : sum / lower[j][j];
            }
        }
        return lower;
    }

    private double[] forward(double[] right) {
        double[] solved = right.clone();
        for (int i = 0; i < solved.length; i++) {
            for (int k = 0; k < i; k++) {
                solved[i] -= factor[i][k] * solved[k];
            }
            solved[i] /= factor[i][i];
        }
        return solved;
    }

    private double[] backward(double[] right) {
        double[] solved = right.clone();
        for (int i = solved.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < solved.length; k++) {
                solved[i] -= factor[k][i] * solved[k];
            }
            solved[i] /= factor[i][i];
        }
        return solved;
    }

    /// A score that is known.
    static final class Seen {
        private final double[] point;
        private final double gain;

        /// @param point of its knobs
        /// @param gain over the reference; more is better
        Seen(double[] point, double gain) {
            this.point = point.clone();
            this.gain = gain;
        }

        double gain() {
            return gain;
        }
    }

    /// A score that is not known yet.
    ///
    /// @param gain most likely
    /// @param deviation standard deviation, 0 or more
    record Expected(double gain, double deviation) {
        /// How much better than the best it is expected to be, what is worse counting 0.
        double improvement(double best) {
            if (deviation <= 0) {
                return Math.max(0, gain - best);
            }
            double z = (gain - best) / deviation;
            return Math.max(0, (gain - best) * below(z) + deviation * density(z));
        }

        private static double density(double z) {
            return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        }

        /// Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26; error below 1.5e-7.
        private static double below(double z) {
            double x = Math.abs(z) / Math.sqrt(2);
            double t = 1 / (1 + 0.3275911 * x);
            double tail = t
                    * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
                    * Math.exp(-x * x);
            return z >= 0 ? 1 - tail / 2 : tail / 2;
        }
    }
}
