package dev.signalbox.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.FoldsRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.evaluation.EvaluationDetail;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.CandidateScore;
import dev.signalbox.contract.stage.EvaluateRequest;
import dev.signalbox.contract.stage.EvaluateResult;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.PredictionsFile;
import dev.signalbox.model.learn.Samples;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.runtime.Documents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateStageTest {
    private static final PipelineConfig CONFIG = PipelineConfig.of("shapes", "y");

    @TempDir
    private Path folder;

    @Test
    void ranksCandidatesBestFirstAndLooksAtTheBest() {
        SmallRun run = binary();
        EvaluateResult result = evaluate(run, List.of(baseline(run), linear(run)));
        assertThat(result.metric()).isEqualTo(MetricName.ROC_AUC);
        assertThat(result.bestCandidateId()).isEqualTo("linear");
        assertThat(result.leaderboard()).extracting(CandidateScore::candidateId).containsExactly("linear", "baseline");
        Evaluation evaluation = document(run, result);
        CandidateEvaluation best = evaluation.candidates().getFirst();
        assertThat(best.metrics()).hasSize(7);
        assertThat(best.errorCorrelations()).containsOnlyKeys("baseline");
        assertThat(best.trainScore()).isEqualTo(0.5);
        assertThat(best.metrics().get(MetricName.ROC_AUC).value())
                .isEqualTo(result.leaderboard().getFirst().value());
        EvaluationDetail detail = best.detail();
        assertThat(detail).isNotNull();
        assertThat(detail.roc()).isNotEmpty();
        assertThat(detail.calibration()).isNotEmpty();
        assertThat(detail.confusion()).hasSize(2);
        assertThat(detail.residuals()).isEmpty();
        assertThat(detail.importance().getFirst().feature()).isEqualTo("size");
        assertThat(evaluation.candidates().getLast().detail()).isNull();
        assertThat(evaluation.champion()).isNull();
        assertThat(evaluation.validRows()).isEqualTo(120);
    }

    @Test
    void prefersTheSimplerOfEqualCandidatesThenTheLesserId() {
        SmallRun run = binary();
        CandidateRef linear = linear(run);
        CandidateRef twin = new CandidateRef("b-twin", Algorithm.XGBOOST, linear.model(), linear.validPredictions());
        CandidateRef other = new CandidateRef("a-twin", Algorithm.XGBOOST, linear.model(), linear.validPredictions());
        assertThat(evaluate(run, List.of(twin, other, linear)).leaderboard())
                .extracting(CandidateScore::candidateId)
                .containsExactly("linear", "a-twin", "b-twin");
    }

    @Test
    void measuresNumbersByTheirError() {
        SmallRun run = new SmallRun(
                folder, CONFIG, Samples.regression(300, 1), Samples.regression(100, 2), Samples.regression(90, 3), 0);
        EvaluateResult result = evaluate(run, List.of(baseline(run), linear(run)));
        Evaluation evaluation = document(run, result);
        assertThat(result.metric()).isEqualTo(MetricName.RMSE);
        assertThat(evaluation.candidates().getFirst().metrics())
                .containsOnlyKeys(MetricName.RMSE, MetricName.MAE, MetricName.R2);
        assertThat(evaluation.candidates().getFirst().calibrationError()).isZero();
        assertThat(evaluation.candidates().getFirst().detail()).satisfies(detail -> {
            assertThat(detail.residuals()).hasSize(100);
            assertThat(detail.confusion()).isEmpty();
        });
    }

    @Test
    void measuresTheChampionOnTheSameRows() {
        SmallRun run = binary();
        CandidateRef linear = linear(run);
        run.crown(linear, run.prepared());
        EvaluateResult result = evaluate(run, List.of(linear));
        assertThat(document(run, result).champion())
                .isEqualTo(
                        document(run, result).candidates().getFirst().metrics().get(MetricName.ROC_AUC));
    }

    @Test
    void leavesOutWhatSaysNothingOfRowsThatTheModelsLearnedFrom() {
        SmallRun run = binary();
        CandidateRef linear = linear(run);
        run.crown(linear, run.prepared());
        PreparedRef folds = run.prepared().withFolds(new FoldsRef(run.prepared().train(), 5));
        Evaluation evaluation = document(
                run,
                new EvaluateStage(run.environment().stage())
                        .run(new EvaluateRequest(run.run(), folds, List.of(linear)), CONFIG, "runs/run-1/evaluate"));

        assertThat(evaluation.folds()).isEqualTo(5);
        assertThat(evaluation.champion()).as("it has learned from such rows").isNull();
        assertThat(evaluation.candidates().getFirst().detail()).satisfies(detail -> {
            assertThat(detail.importance()).isEmpty();
            assertThat(detail.calibration()).isNotEmpty();
            assertThat(detail.roc()).isNotEmpty();
        });
    }

    @Test
    void givesTheSameBytesAgain() {
        SmallRun run = binary();
        List<CandidateRef> candidates = List.of(baseline(run), linear(run));
        assertThat(evaluate(run, candidates)).isEqualTo(evaluate(run, candidates));
    }

    @Test
    void answersOverBytesAndFromTheCache() throws Exception {
        SmallRun run = binary();
        EvaluateRequest request = new EvaluateRequest(run.run(), run.prepared(), List.of(linear(run)));
        JsonNode first = call(run, request);
        JsonNode second = call(run, request);
        assertThat(first.get("bestCandidateId").asText()).isEqualTo("linear");
        assertThat(second.get("evaluation")).isEqualTo(first.get("evaluation"));
        assertThat(run.environment().ledger().entries("run-1").getLast().event().toString())
                .contains("cached=true");
    }

    @Test
    void refusesAMetricOfAnotherTask() {
        SmallRun run = new SmallRun(
                folder,
                config(MetricName.RMSE),
                Samples.classes(200, 1, 2),
                Samples.classes(60, 2, 2),
                Samples.classes(60, 3, 2),
                2);
        CandidateRef linear = linear(run);
        assertThatThrownBy(() -> evaluate(run, List.of(linear)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("rmse, which a binary task does not have")
                .hasMessageContaining("roc_auc");
    }

    @Test
    void refusesPredictionsOfOtherRows() {
        SmallRun run = binary();
        CandidateRef linear = linear(run);
        CandidateRef wrong = new CandidateRef(
                "wrong",
                Algorithm.LINEAR,
                linear.model(),
                run.write("w", PredictionsFile.MEDIA_TYPE, PredictionsFile.write(new Predictions(2, new double[10]))));
        assertThatThrownBy(() -> evaluate(run, List.of(wrong)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("5 rows of 2; expected 120 rows of 2");
    }

    @Test
    void saysWhenTheRowsDoNotDefineTheMetric() {
        Matrix one = SmallRun.withTarget(Samples.classes(60, 2, 2), new double[60]);
        SmallRun run = new SmallRun(folder, CONFIG, Samples.classes(200, 1, 2), one, one, 2);
        CandidateRef linear = linear(run);
        assertThatThrownBy(() -> evaluate(run, List.of(linear)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("do not define roc_auc");
    }

    private SmallRun binary() {
        return new SmallRun(
                folder, CONFIG, Samples.classes(300, 1, 2), Samples.classes(120, 2, 2), Samples.classes(90, 3, 2), 2);
    }

    private static PipelineConfig config(MetricName metric) {
        return new PipelineConfig(
                "shapes",
                "y",
                null,
                metric,
                null,
                List.of(),
                CONFIG.split(),
                CONFIG.budget(),
                CONFIG.gate(),
                CONFIG.approval(),
                CONFIG.quality(),
                CONFIG.train(),
                CONFIG.planner(),
                0,
                null,
                null);
    }

    private static CandidateRef linear(SmallRun run) {
        return run.candidate("linear", Algorithm.LINEAR, train(run));
    }

    private static CandidateRef baseline(SmallRun run) {
        return run.candidate("baseline", Algorithm.BASELINE, train(run));
    }

    private static Matrix train(SmallRun run) {
        return run.prepared().classes().isEmpty() ? Samples.regression(300, 1) : Samples.classes(300, 1, 2);
    }

    private static EvaluateResult evaluate(SmallRun run, List<CandidateRef> candidates) {
        return new EvaluateStage(run.environment().stage())
                .run(new EvaluateRequest(run.run(), run.prepared(), candidates), run.config(), "runs/run-1/evaluate");
    }

    private static Evaluation document(SmallRun run, EvaluateResult result) {
        return new Documents(run.environment().artifacts()).read(result.evaluation(), Evaluation.class);
    }

    private static JsonNode call(SmallRun run, EvaluateRequest request) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = ContractJson.LENIENT.writeValueAsBytes(request);
        new EvaluateHandler(run.environment().stage()).handleRequest(new ByteArrayInputStream(bytes), out, null);
        return ContractJson.LENIENT.readTree(out.toByteArray());
    }
}
