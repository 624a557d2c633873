package dev.signalbox.model.learn;

/// From margins to probabilities, without overflow.
final class Margins {
    private Margins() {}

    /// The probability whose log-odds are given.
    static double sigmoid(double margin) {
        if (margin >= 0) {
            return 1 / (1 + Math.exp(-margin));
        }
        double odds = Math.exp(margin);
        return odds / (1 + odds);
    }

    /// Replaces `width` margins from `start` on by probabilities that sum to 1.
    ///
    /// @return the logarithm of the sum of the margins' exponentials
    static double softmax(double[] values, int start, int width) {
        double greatest = values[start];
        for (int at = start + 1; at < start + width; at++) {
            greatest = Math.max(greatest, values[at]);
        }
        double sum = 0;
        for (int at = start; at < start + width; at++) {
            values[at] = Math.exp(values[at] - greatest);
            sum += values[at];
        }
        for (int at = start; at < start + width; at++) {
            values[at] /= sum;
        }
        return greatest + Math.log(sum);
    }

    /// Predictions of a shape from raw margins, row-major: one a row for two classes (of the second) and for
    /// a regression (in standard units), else one a class. May change the given array.
    static Predictions predictions(ModelShape shape, double[] margins, TargetScale scale) {
        return switch (shape.task()) {
            case BINARY -> binary(margins);
            case MULTICLASS -> multiclass(shape.classCount(), margins);
            case REGRESSION -> regression(margins, scale);
        };
    }

    /// Margins that a row has.
    static int perRow(ModelShape shape) {
        return shape.classCount() > 2 ? shape.classCount() : 1;
    }

    /// What the margin counts for a class: the first of two classes is against what the second is for.
    static double sign(ModelShape shape, int classCode) {
        return shape.classCount() == 2 && classCode == 0 ? -1 : 1;
    }

    private static Predictions binary(double[] margins) {
        double[] values = new double[margins.length * 2];
        for (int row = 0; row < margins.length; row++) {
            values[2 * row + 1] = sigmoid(margins[row]);
            values[2 * row] = sigmoid(-margins[row]);
        }
        return new Predictions(2, values);
    }

    private static Predictions multiclass(int classCount, double[] margins) {
        for (int start = 0; start < margins.length; start += classCount) {
            softmax(margins, start, classCount);
        }
        return new Predictions(classCount, margins);
    }

    private static Predictions regression(double[] margins, TargetScale scale) {
        for (int row = 0; row < margins.length; row++) {
            margins[row] = scale.original(margins[row]);
        }
        return new Predictions(1, margins);
    }
}
