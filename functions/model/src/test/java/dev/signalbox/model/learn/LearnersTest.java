package dev.signalbox.model.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.model.matrix.Matrix;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for each learner alike.
class LearnersTest {
    @ParameterizedTest
    @CsvSource({"LINEAR, 0", "LINEAR, 2", "LINEAR, 4", "XGBOOST, 0", "XGBOOST, 2", "XGBOOST, 4"})
    @CsvSource({"LIGHTGBM, 0", "LIGHTGBM, 2", "LIGHTGBM, 4", "BASELINE, 0", "BASELINE, 2", "BASELINE, 4"})
    void sameInputGivesSameBytesWithOneThreadOrTwo(Algorithm algorithm, int classCount) {
        Matrix train = data(3_000, 1, classCount);
        Matrix valid = data(600, 2, classCount);
        CandidateSpec spec = Samples.with(small(algorithm), Hyperparameter.ROW_SAMPLE, 0.8);
        spec = Samples.with(spec, Hyperparameter.COLUMN_SAMPLE, 0.7);
        byte[] first = file(train, valid, spec, Samples.context(classCount, 1));
        assertThat(file(train, valid, spec, Samples.context(classCount, 1))).isEqualTo(first);
        assertThat(file(train, valid, spec, Samples.context(classCount, 2))).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"LINEAR, 0", "LINEAR, 2", "LINEAR, 4", "XGBOOST, 0", "XGBOOST, 2", "XGBOOST, 4"})
    @CsvSource({"LIGHTGBM, 0", "LIGHTGBM, 2", "LIGHTGBM, 4", "BASELINE, 0", "BASELINE, 2", "BASELINE, 4"})
    void aModelFileAnswersBitForBitAsTheModelThatWasWritten(Algorithm algorithm, int classCount) {
        Matrix train = data(400, 1, classCount);
        Matrix rows = data(150, 2, classCount);
        Training training = fit(train, rows, small(algorithm), classCount);
        byte[] file = ModelFile.write(Samples.header(small(algorithm), training), training.model());
        try (FittedModel opened = ModelFile.open(file);
                FittedModel model = training.model()) {
            assertThat(opened.predict(rows).values())
                    .isEqualTo(model.predict(rows).values());
            assertThat(opened.contributions(rows)).isEqualTo(model.contributions(rows));
            assertThat(ModelFile.write(Samples.header(small(algorithm), training), opened))
                    .isEqualTo(file);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LINEAR", "XGBOOST", "LIGHTGBM"})
    void learnsARegressionFarBetterThanTheMean(Algorithm algorithm) {
        Matrix train = data(2_000, 1, 0);
        Matrix valid = data(500, 2, 0);
        double ownError = error(fit(train, valid, small(algorithm), 0), valid);
        double meanError = error(fit(train, valid, small(Algorithm.BASELINE), 0), valid);
        assertThat(ownError).isLessThan(0.2 * meanError);
    }

    @ParameterizedTest
    @CsvSource({"LINEAR, 2", "LINEAR, 4", "XGBOOST, 2", "XGBOOST, 4", "LIGHTGBM, 2", "LIGHTGBM, 4"})
    void findsTheClassesOfSeparableRows(Algorithm algorithm, int classCount) {
        Matrix train = data(2_000, 1, classCount);
        Matrix valid = data(500, 2, classCount);
        try (FittedModel model = fit(train, valid, small(algorithm), classCount).model()) {
            int[] found = model.predict(valid).mostProbable();
            int right = 0;
            for (int row = 0; row < found.length; row++) {
                right += found[row] == valid.target()[row] ? 1 : 0;
            }
            assertThat(right / 500.0).isGreaterThan(classCount == 2 ? 0.93 : 0.8);
        }
    }

    @ParameterizedTest
    @CsvSource({"LINEAR, 0", "LINEAR, 2", "LINEAR, 4", "XGBOOST, 0", "XGBOOST, 2", "XGBOOST, 4"})
    @CsvSource({"LIGHTGBM, 0", "LIGHTGBM, 2", "LIGHTGBM, 4"})
    void contributionsSumToTheMarginUpToAConstant(Algorithm algorithm, int classCount) {
        Matrix train = data(600, 1, classCount);
        try (FittedModel model = fit(train, train, small(algorithm), classCount).model()) {
            double[] contributions = model.contributionsTowards(train, all(train, Math.max(0, classCount - 1)));
            double[] others = model.contributionsTowards(train, all(train, 0));
            Predictions predictions = model.predict(train);
            double constant = Double.NaN;
            for (int row = 0; row < train.rows(); row++) {
                double sum = sum(contributions, row) - (classCount > 2 ? sum(others, row) : 0);
                double gap = margin(predictions, row) - sum;
                constant = row == 0 ? gap : constant;
                assertThat(gap).isEqualTo(constant, within(2e-3 * Math.max(1, Math.abs(constant))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LINEAR", "XGBOOST", "LIGHTGBM"})
    void anUnseenCategoryIsScoredAsAMissingOne(Algorithm algorithm) {
        Matrix train = data(600, 1, 2);
        for (int row = 0; row < 600; row += 5) {
            train.values()[row * 3 + 2] = Float.NaN;
        }
        try (FittedModel model = fit(train, train, small(algorithm), 2).model()) {
            for (float code : new float[] {3, 17, -1, 1.5f, 1e9f, Float.POSITIVE_INFINITY}) {
                assertThat(model.predict(row(0.5f, 0.5f, code)).values())
                        .isEqualTo(model.predict(row(0.5f, 0.5f, Float.NaN)).values());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LINEAR", "XGBOOST", "LIGHTGBM"})
    void infinitiesAndMissingNumbersHaveFiniteAnswers(Algorithm algorithm) {
        Matrix train = data(600, 1, 0);
        train.values()[0] = Float.NEGATIVE_INFINITY;
        train.values()[3] = Float.NaN;
        Matrix rows = row(Float.POSITIVE_INFINITY, Float.NaN, Float.NaN);
        for (Matrix learned : List.of(data(600, 1, 0), train)) {
            try (FittedModel model = fit(learned, learned, small(algorithm), 0).model()) {
                assertThat(model.predict(rows).values()[0]).isFinite();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LINEAR, NaN", "XGBOOST, NaN", "LIGHTGBM, NaN", "LINEAR, 4", "XGBOOST, 4", "LIGHTGBM, 4"})
    void featuresThatSayNothingGiveTheMean(Algorithm algorithm, float constant) {
        float[] values = new float[200];
        java.util.Arrays.fill(values, constant);
        double[] target = new double[100];
        for (int row = 0; row < 100; row++) {
            target[row] = row;
        }
        Matrix train = Samples.matrix(List.of(Samples.number("a"), Samples.number("b")), values, target);
        try (FittedModel model = fit(train, train, small(algorithm), 0).model()) {
            assertThat(model.predict(train).values()[5]).isEqualTo(49.5, within(0.01));
            assertThat(model.contributions(train)[5]).isEqualTo(0, within(0.01));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BASELINE", "LINEAR", "XGBOOST", "LIGHTGBM"})
    void oneRowIsARegressionsMean(Algorithm algorithm) {
        Matrix train = Samples.matrix(Samples.features(), new float[] {1, 2, 0}, new double[] {42});
        try (FittedModel model = fit(train, train, small(algorithm), 0).model()) {
            assertThat(model.predict(train).values()[0]).isEqualTo(42, within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LINEAR", "XGBOOST", "LIGHTGBM"})
    void oneClassAloneIsRefusedWithAReason(Algorithm algorithm) {
        Matrix train = Samples.matrix(Samples.features(), new float[30], new double[10]);
        assertThatThrownBy(() -> fit(train, train, small(algorithm), 2))
                .isInstanceOf(dev.signalbox.contract.failure.InvalidInput.class)
                .hasMessageContaining("one class only");
    }

    @ParameterizedTest
    @CsvSource({"LINEAR, 1e300", "XGBOOST, 1e300", "LIGHTGBM, 1e300"})
    @CsvSource({"LINEAR, 1e-290", "XGBOOST, 1e-290", "LIGHTGBM, 1e-290"})
    void theUnitOfTheTargetDoesNotMatter(Algorithm algorithm, double unit) {
        Matrix plain = data(800, 1, 0);
        double[] target = plain.target().clone();
        for (int row = 0; row < target.length; row++) {
            target[row] *= unit;
        }
        Matrix scaled = Samples.matrix(plain.features(), plain.values(), target);
        try (FittedModel one = fit(plain, plain, small(algorithm), 0).model();
                FittedModel other = fit(scaled, scaled, small(algorithm), 0).model()) {
            double[] expected = one.predict(plain).values();
            double[] answers = other.predict(plain).values();
            for (int row = 0; row < answers.length; row++) {
                assertThat(answers[row] / unit).isEqualTo(expected[row], within(1e-3));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BASELINE", "LINEAR", "XGBOOST", "LIGHTGBM"})
    void aClosedModelSaysSo(Algorithm algorithm) {
        Matrix train = data(100, 1, 2);
        FittedModel model = fit(train, train, small(algorithm), 2).model();
        model.close();
        model.close();
        assertThatThrownBy(() -> model.predict(train)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> model.contributions(train)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"BASELINE", "LINEAR", "XGBOOST", "LIGHTGBM"})
    void noRowsHaveNoPredictionsAndNoValidationIsNeeded(Algorithm algorithm) {
        Matrix train = data(100, 1, 3);
        Matrix none = Samples.matrix(train.features(), new float[0], new double[0]);
        try (FittedModel model = fit(train, none, small(algorithm), 3).model()) {
            assertThat(model.predict(none).rows()).isZero();
            assertThat(model.contributions(none)).isEmpty();
        }
    }

    private static int[] all(Matrix rows, int code) {
        int[] classes = new int[rows.rows()];
        java.util.Arrays.fill(classes, code);
        return classes;
    }

    /// The predicted number, or the log-odds of the last class against the first.
    private static double margin(Predictions predictions, int row) {
        int last = predictions.width() - 1;
        return last == 0
                ? predictions.at(row, 0)
                : Math.log(predictions.at(row, last)) - Math.log(predictions.at(row, 0));
    }

    private static double sum(double[] contributions, int row) {
        return contributions[row * 3] + contributions[row * 3 + 1] + contributions[row * 3 + 2];
    }

    private static double error(Training training, Matrix rows) {
        try (FittedModel model = training.model()) {
            double squares = 0;
            double[] answers = model.predict(rows).values();
            for (int row = 0; row < answers.length; row++) {
                squares += Math.pow(answers[row] - rows.target()[row], 2) / answers.length;
            }
            return Math.sqrt(squares);
        }
    }

    private static Matrix row(float size, float weight, float colour) {
        return Samples.matrix(Samples.features(), new float[] {size, weight, colour}, new double[0]);
    }

    private static Matrix data(int rows, long seed, int classCount) {
        return classCount == 0 ? Samples.regression(rows, seed) : Samples.classes(rows, seed, classCount);
    }

    private static CandidateSpec small(Algorithm algorithm) {
        return Samples.with(Samples.spec(algorithm), Hyperparameter.ROUNDS, 120);
    }

    private static Training fit(Matrix train, Matrix valid, CandidateSpec spec, int classCount) {
        return Trainers.of(spec.algorithm()).train(train, valid, spec, Samples.context(classCount));
    }

    private static byte[] file(Matrix train, Matrix valid, CandidateSpec spec, TrainingContext context) {
        Training training = Trainers.of(spec.algorithm()).train(train, valid, spec, context);
        try (FittedModel model = training.model()) {
            return ModelFile.write(Samples.header(spec, training), model);
        }
    }
}
