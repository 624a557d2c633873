package dev.signalbox.model.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.testing.Configs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartingCandidatesTest {
    @ParameterizedTest
    @ValueSource(ints = {50, 10_000, 1_000_000})
    void haveEveryAlgorithmAtAnySize(int rows) {
        List<CandidateSpec> candidates =
                StartingCandidates.of(rows, MetricName.ROC_AUC, Configs.of("y").build());

        assertThat(candidates)
                .hasSizeBetween(5, 8)
                .extracting(CandidateSpec::algorithm)
                .contains(Algorithm.BASELINE, Algorithm.LINEAR, Algorithm.XGBOOST, Algorithm.LIGHTGBM);
        assertThat(candidates).extracting(CandidateSpec::candidateId).doesNotHaveDuplicates();
    }

    @Test
    void stayWithinTheBudgetAndBeginWithWhatIsMostLikelyToWin() {
        assertThat(StartingCandidates.of(
                        300, MetricName.ROC_AUC, Configs.of("y").candidates(2).build()))
                .extracting(CandidateSpec::algorithm)
                .containsExactly(Algorithm.LIGHTGBM, Algorithm.LINEAR);
    }

    @Test
    void useTheNamedAlgorithmsOnly() {
        assertThat(StartingCandidates.of(
                        300,
                        MetricName.ROC_AUC,
                        Configs.of("y").algorithms(Algorithm.XGBOOST).build()))
                .extracting(CandidateSpec::candidateId)
                .containsExactly("xgboost-1");
        assertThatThrownBy(() -> StartingCandidates.of(
                        300,
                        MetricName.ROC_AUC,
                        Configs.of("y").algorithms(Algorithm.BLEND).build()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("train.algorithms");
    }

    @Test
    void weighClassesOnlyWhereTheMetricCountsThemAlike() {
        assertThat(StartingCandidates.of(300, MetricName.F1, Configs.of("y").build()))
                .filteredOn(spec -> spec.algorithm() != Algorithm.BASELINE)
                .allMatch(spec -> spec.parameter(Hyperparameter.BALANCED, 0) == 1);
        assertThat(StartingCandidates.of(
                        300, MetricName.LOG_LOSS, Configs.of("y").build()))
                .allMatch(spec -> spec.parameter(Hyperparameter.BALANCED, 0) == 0);
    }
}
