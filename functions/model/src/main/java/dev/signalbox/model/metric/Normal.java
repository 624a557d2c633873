package dev.signalbox.model.metric;

/// The standard normal distribution, and Student's in its neighbourhood.
public final class Normal {
    private static final int LEAST_FREEDOM = 3;
    private static final double EDGE = 0.02425;
    private static final double[] A = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] B = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01,
        1
    };
    private static final double[] C = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] D = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
    };

    private Normal() {}

    /// The quantile, to a relative error of 1.2e-9. Source: Acklam, An algorithm for computing the inverse
    /// normal cumulative distribution function, 2003.
    ///
    /// @param share above 0 and below 1
    public static double quantile(double share) {
        if (share > 0.5) {
            return -quantile(1 - share);
        }
        if (share < EDGE) {
            double q = Math.sqrt(-2 * Math.log(share));
            return polynomial(C, q) / polynomial(D, q);
        }
        double q = share - 0.5;
        return q * polynomial(A, q * q) / polynomial(B, q * q);
    }

    /// By how much deviations of a bootstrap are too short for few rows: the bootstrap divides by the rows
    /// and not by one less, and takes the normal's quantile for Student's. Sources: Hesterberg, What
    /// teachers should know about the bootstrap, The American Statistician 69, 2015; Student's quantile by
    /// its expansion, Abramowitz and Stegun 26.7.5.
    ///
    /// @param rows 1 or more
    /// @param share of the quantile, above 0.5 and below 1
    static double smallSampleFactor(int rows, double share) {
        double z = quantile(share);
        double freedom = Math.max(LEAST_FREEDOM, rows - 1.0);
        double first = (Math.pow(z, 3) + z) / 4;
        double second = (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / 96;
        double student = z + first / freedom + second / (freedom * freedom);
        return Math.sqrt((freedom + 1) / freedom) * student / z;
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
