package dev.signalbox.model.learn;

import dev.signalbox.contract.config.Task;

/// The mean penalised loss of a linear model and its gradient: log loss for two classes, softmax for more
/// (one model for all classes, not one against the rest: its probabilities are of one piece), half the
/// squared error for a regression. The penalty is `l2 / 2` times the squared weights, over the number of
/// rows; intercepts go free.
final class LinearObjective implements Lbfgs.Objective {
    private final float[] values;
    private final double[] target;
    private final float[] classWeights;
    private final LinearEncoding encoding;
    private final Task task;
    private final double l2;
    private final int outputs;
    private final int stride;

    /// @param values row-major, as [CleanRows] gives them
    /// @param target class codes, or numbers in standard units
    /// @param classWeights by code; empty for a regression
    /// @param l2 above 0
    LinearObjective(
            float[] values,
            double[] target,
            float[] classWeights,
            LinearEncoding encoding,
            TrainingContext context,
            double l2) {
        this.values = values;
        this.target = target;
        this.classWeights = classWeights;
        this.encoding = encoding;
        this.task = context.task();
        this.l2 = l2;
        this.outputs = task == Task.MULTICLASS ? context.classCount() : 1;
        this.stride = encoding.columnCount() + 1;
    }

    @Override
    public int size() {
        return outputs * stride;
    }

    @Override
    public double evaluate(double[] weights, double[] gradient) {
        java.util.Arrays.fill(gradient, 0);
        int width = encoding.featureCount();
        int[] columns = new int[width];
        double[] amounts = new double[width];
        double[] margins = new double[outputs];
        double loss = 0;
        for (int row = 0; row < target.length; row++) {
            encoding.encode(values, row * width, columns, amounts);
            score(weights, columns, amounts, margins);
            double weight = classWeights.length == 0 ? 1 : classWeights[(int) target[row]];
            loss += weight * lossAndSlopes(margins, target[row]);
            push(gradient, columns, amounts, margins, weight);
        }
        return (loss + penalise(weights, gradient)) / target.length;
    }

    private void score(double[] weights, int[] columns, double[] amounts, double[] margins) {
        for (int output = 0; output < outputs; output++) {
            int start = output * stride;
            double margin = weights[start + stride - 1];
            for (int feature = 0; feature < columns.length; feature++) {
                if (columns[feature] >= 0) {
                    margin += weights[start + columns[feature]] * amounts[feature];
                }
            }
            margins[output] = margin;
        }
    }

    /// The row's loss; replaces its margins by the loss's slope in each.
    private double lossAndSlopes(double[] margins, double actual) {
        double margin = margins[0];
        return switch (task) {
            case BINARY -> {
                margins[0] = Margins.sigmoid(margin) - actual;
                yield Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(margin, 0) - actual * margin;
            }
            case MULTICLASS -> {
                double own = margins[(int) actual];
                double total = Margins.softmax(margins, 0, outputs);
                margins[(int) actual] -= 1;
                yield total - own;
            }
            case REGRESSION -> {
                margins[0] = margin - actual;
                yield (margin - actual) * (margin - actual) / 2;
            }
        };
    }

    private void push(double[] gradient, int[] columns, double[] amounts, double[] slopes, double weight) {
        for (int output = 0; output < outputs; output++) {
            int start = output * stride;
            double slope = slopes[output] * weight;
            gradient[start + stride - 1] += slope;
            for (int feature = 0; feature < columns.length; feature++) {
                if (columns[feature] >= 0) {
                    gradient[start + columns[feature]] += slope * amounts[feature];
                }
            }
        }
    }

    private double penalise(double[] weights, double[] gradient) {
        double squares = 0;
        for (int at = 0; at < weights.length; at++) {
            if (at % stride != stride - 1) {
                squares += weights[at] * weights[at];
                gradient[at] += l2 * weights[at];
            }
            gradient[at] /= target.length;
        }
        return l2 / 2 * squares;
    }
}
