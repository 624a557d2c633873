package dev.signalbox.model.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.model.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoostingLoopTest {
    private static final long LATER = System.nanoTime() + 3_600_000_000_000L;

    @Test
    void stopsWhenTheValidationLossNoLongerFallsAndKeepsTheBestRound() {
        BoostingLoop.Outcome outcome = new BoostingLoop(100, 5, 100, LATER).run(new Losses(7, 100));
        assertThat(outcome.rounds()).isEqualTo(7);
        assertThat(outcome.stoppedEarly()).isTrue();
        assertThat(outcome.validCurve()).hasSize(12);
    }

    @Test
    void goesToTheEndWithoutValidation() {
        BoostingLoop.Outcome outcome = new BoostingLoop(30, 0, 100, LATER).run(new Losses(7, 100));
        assertThat(outcome.rounds()).isEqualTo(30);
        assertThat(outcome.stoppedEarly()).isFalse();
        assertThat(outcome.validCurve()).isEmpty();
    }

    @Test
    void stopsWhereNothingIsLeftToLearn() {
        assertThat(new BoostingLoop(30, 0, 100, LATER).run(new Losses(7, 12)).rounds())
                .isEqualTo(12);
    }

    @Test
    void curvesHaveAtMostTwoHundredPoints() {
        BoostingLoop.Outcome outcome = new BoostingLoop(5_000, 0, 100, LATER).run(new Losses(7, 9_999));
        assertThat(outcome.trainCurve()).hasSizeBetween(30, 200);
    }

    @Test
    void theDeadlineKeepsWhatThereIsAndFailsWhereThereIsNothing() {
        BoostingLoop late = new BoostingLoop(30, 0, 100, System.nanoTime() - 1);
        assertThatThrownBy(() -> late.run(new Losses(7, 100)))
                .isInstanceOf(ResourceExhausted.class)
                .hasMessageContaining("before its first round");
    }

    @Test
    void saysThatTheDeadlineEndedIt() {
        long deadline = System.nanoTime() + 20_000_000;
        BoostingLoop.Booster slow = new BoostingLoop.Booster() {
            @Override
            public boolean boost(int round) {
                while (round == 3 && System.nanoTime() - deadline <= 0) {
                    Thread.onSpinWait();
                }
                return true;
            }

            @Override
            public double trainLoss(int round) {
                return 1;
            }

            @Override
            public double validLoss(int round) {
                return 1.0 / (round + 1);
            }
        };

        BoostingLoop.Outcome outcome = new BoostingLoop(5_000_000, 5, 100, deadline).run(slow);
        assertThat(outcome.outOfTime()).isTrue();
        assertThat(outcome.rounds()).isBetween(1, 4);
        assertThat(new BoostingLoop(100, 5, 100, LATER).run(new Losses(7, 100)).outOfTime())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"XGBOOST", "LIGHTGBM"})
    void anEarlyStopAnswersAsATrainingOfExactlySoManyRounds(Algorithm algorithm) {
        Matrix train = Samples.classes(300, 1, 3);
        Matrix valid = Samples.classes(200, 2, 3);
        Matrix none = Samples.matrix(train.features(), new float[0], new double[0]);
        CandidateSpec spec = Samples.with(Samples.spec(algorithm), Hyperparameter.LEARNING_RATE, 0.4);
        TrainingContext context = Samples.context(3);
        Training stopped = Trainers.of(algorithm).train(train, valid, spec, context);
        assertThat(stopped.stoppedEarly()).isTrue();
        Training exact = Trainers.of(algorithm)
                .train(train, none, Samples.with(spec, Hyperparameter.ROUNDS, stopped.rounds()), context);
        try (FittedModel one = stopped.model();
                FittedModel other = exact.model()) {
            assertThat(one.predict(valid).values())
                    .isEqualTo(other.predict(valid).values());
            assertThat(one.contributions(valid)).isEqualTo(other.contributions(valid));
            assertThat(one.payload())
                    .as("rounds that did not help are not kept")
                    .hasSameSizeAs(other.payload());
        }
    }

    /// Falls to its least at a round and rises from there; nothing is left to learn after the last.
    private record Losses(int least, int last) implements BoostingLoop.Booster {
        @Override
        public boolean boost(int round) {
            return round < last;
        }

        @Override
        public double trainLoss(int round) {
            return 1.0 / (round + 1);
        }

        @Override
        public double validLoss(int round) {
            return 1 + Math.abs(round + 1 - least) / 100.0;
        }
    }
}
