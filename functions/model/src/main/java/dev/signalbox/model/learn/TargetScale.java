package dev.signalbox.model.learn;

/// A regression's target in standard units, in which learners work, so that neither huge nor tiny numbers
/// leave the range of their 32-bit floats and penalties mean the same for any unit.
///
/// @param mean of the training targets; 0 where there are none
/// @param deviation their standard deviation; 1 where they are all alike
record TargetScale(double mean, double deviation) {
    /// Leaves a class code or margin as it is.
    static final TargetScale IDENTITY = new TargetScale(0, 1);

    /// The scale of targets. Divides by the largest first, so that squares neither overflow nor vanish.
    static TargetScale of(double[] target) {
        double largest = 0;
        for (double value : target) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return IDENTITY;
        }
        double mean = 0;
        for (double value : target) {
            mean += value / largest / target.length;
        }
        double squares = 0;
        for (double value : target) {
            squares += (value / largest - mean) * (value / largest - mean) / target.length;
        }
        double deviation = Math.sqrt(squares) * largest;
        boolean alike = Math.sqrt(squares) < 1e-12 || deviation < Double.MIN_NORMAL;
        return new TargetScale(mean * largest, alike ? 1 : deviation);
    }

    /// In standard units.
    double standard(double value) {
        return value / deviation - mean / deviation;
    }

    /// All in standard units.
    double[] standard(double[] values) {
        double[] standard = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            standard[i] = standard(values[i]);
        }
        return standard;
    }

    /// In the target's unit.
    double original(double standard) {
        return mean + standard * deviation;
    }
}
