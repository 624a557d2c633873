package dev.signalbox.model.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.model.matrix.Matrix;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinearTrainerTest {
    private final CandidateSpec spec = Samples.spec(Algorithm.LINEAR);

    @Test
    void recoversTheCoefficientsOfARegression() {
        Matrix train = Samples.regression(2_000, 3);
        LinearModel model = (LinearModel) fit(train, spec, 0).model();
        double[] answers = model.predict(Samples.matrix(
                        train.features(),
                        new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, Float.NaN, 0},
                        new double[0]))
                .values();
        assertThat(answers[0]).isEqualTo(0, within(0.03));
        assertThat(answers[1] - answers[0]).isEqualTo(3, within(0.02));
        assertThat(answers[2] - answers[0]).isEqualTo(-2, within(0.02));
        assertThat(answers[3] - answers[0]).isEqualTo(5, within(0.03));
        assertThat(answers[4] - answers[0]).as("a missing weight counts as 0").isEqualTo(0, within(0.05));
    }

    @Test
    void findsTheOptimumThatLiblinearFinds() {
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[400 * 3];
        double[] target = new double[400];
        for (int row = 0; row < 400; row++) {
            double margin = 0.5;
            for (int feature = 0; feature < 3; feature++) {
                values[row * 3 + feature] = (float) random.nextGaussian();
                margin += (feature + 1) * values[row * 3 + feature] / 2;
            }
            target[row] = random.nextDouble() < Margins.sigmoid(margin) ? 1 : 0;
        }
        Matrix train =
                Samples.matrix(List.of(Samples.number("a"), Samples.number("b"), Samples.number("c")), values, target);
        LinearModel model = (LinearModel)
                fit(train, Samples.with(spec, Hyperparameter.L2, 4), 2).model();
        double[] peer = liblinear(train, 4);
        for (int feature = 0; feature < 3; feature++) {
            assertThat(model.slope(feature)).isEqualTo(peer[feature], within(1e-4));
        }
    }

    @Test
    void softmaxProbabilitiesMatchTheSharesOfEachClass() {
        Matrix train = Samples.classes(900, 3, 4);
        Predictions predictions = fit(train, spec, 4).model().predict(train);
        long[] counts = Targets.counts(train.target(), 4);
        for (int code = 0; code < 4; code++) {
            double mean = 0;
            for (int row = 0; row < train.rows(); row++) {
                mean += predictions.at(row, code) / train.rows();
            }
            assertThat(mean).as("share of class " + code).isEqualTo((double) counts[code] / 900, within(1e-4));
        }
    }

    @Test
    void balancingMovesTheMeanProbabilityTowardsOneHalf() {
        Matrix train = Samples.classes(900, 3, 2);
        for (int row = 0; row < 900; row++) {
            train.target()[row] = row % 10 == 0 ? 1 : 0;
        }
        double plain = mean(fit(train, spec, 2).model().predict(train));
        double balanced = mean(fit(train, Samples.with(spec, Hyperparameter.BALANCED, 1), 2)
                .model()
                .predict(train));
        assertThat(plain).isEqualTo(0.1, within(1e-4));
        assertThat(balanced).isEqualTo(0.5, within(0.02));
    }

    @Test
    void perfectlySeparableClassesStillHaveAModel() {
        Matrix train =
                Samples.matrix(List.of(Samples.number("a")), new float[] {-2, -1, 1, 2}, new double[] {0, 0, 1, 1});
        Training training = fit(train, Samples.with(spec, Hyperparameter.L2, 0), 2);
        Predictions predictions = training.model().predict(train);
        assertThat(predictions.mostProbable()).containsExactly(0, 0, 1, 1);
        assertThat(java.util.Arrays.stream(predictions.values())).allMatch(Double::isFinite);
    }

    @Test
    void saysThatTheDeadlineEndedIt() {
        TrainingContext context = Samples.context(2);
        TrainingContext late =
                new TrainingContext(context.task(), 2, context.metric(), context.seed(), 1, System.nanoTime() - 1);
        Matrix train = Samples.classes(100, 1, 2);

        Training training = new LinearTrainer().train(train, train, spec, late);
        assertThat(training.outOfTime()).isTrue();
        assertThat(training.stoppedEarly()).isTrue();
        assertThat(fit(train, spec, 2).outOfTime()).isFalse();
    }

    private static Training fit(Matrix train, CandidateSpec spec, int classCount) {
        return new LinearTrainer().train(train, train, spec, Samples.context(classCount));
    }

    private static double mean(Predictions predictions) {
        double mean = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            mean += predictions.at(row, 1) / predictions.rows();
        }
        return mean;
    }

    /// The weights of L2-regularised logistic regression on the standardised features, intercept without
    /// penalty.
    private static double[] liblinear(Matrix train, double l2) {
        int width = train.features().size();
        Problem problem = new Problem();
        problem.l = train.rows();
        problem.n = width + 1;
        problem.bias = 1;
        problem.y = train.target();
        problem.x = new FeatureNode[train.rows()][];
        double[] means = new double[width];
        double[] deviations = new double[width];
        for (int feature = 0; feature < width; feature++) {
            for (int row = 0; row < train.rows(); row++) {
                means[feature] += train.at(row, feature) / train.rows();
            }
            for (int row = 0; row < train.rows(); row++) {
                deviations[feature] += Math.pow(train.at(row, feature) - means[feature], 2) / train.rows();
            }
        }
        for (int row = 0; row < train.rows(); row++) {
            problem.x[row] = new FeatureNode[width + 1];
            for (int feature = 0; feature < width; feature++) {
                problem.x[row][feature] = new FeatureNode(
                        feature + 1, (train.at(row, feature) - means[feature]) / Math.sqrt(deviations[feature]));
            }
            problem.x[row][width] = new FeatureNode(width + 1, 1);
        }
        Linear.disableDebugOutput();
        Parameter parameter = new Parameter(SolverType.L2R_LR, 1 / l2, 1e-8);
        parameter.setRegularizeBias(false);
        Model model = Linear.train(problem, parameter);
        double[] weights = model.getFeatureWeights();
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= sign;
        }
        return weights;
    }
}
