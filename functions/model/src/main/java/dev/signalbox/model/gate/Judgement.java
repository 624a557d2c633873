package dev.signalbox.model.gate;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.evaluation.EvaluationDetail;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.GateCondition;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.GateRequest;
import dev.signalbox.model.evaluate.ChampionScores;
import dev.signalbox.model.evaluate.ChampionScoring;
import dev.signalbox.model.evaluate.EvaluationDetails;
import dev.signalbox.model.learn.ModelFile;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.TrainedModel;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.matrix.MatrixFile;
import dev.signalbox.model.metric.Gain;
import dev.signalbox.model.metric.Metrics;
import dev.signalbox.runtime.StageEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One challenger before the opened holdout.
final class Judgement {
    private final StageEnvironment environment;
    private final GateRequest request;
    private final PipelineConfig config;
    private final MetricName metric;
    private final @Nullable ModelVersion champion;
    private final int classCount;

    private final List<GateCondition> conditions = new ArrayList<>();
    private SortedMap<MetricName, MetricValue> challengerScores = new TreeMap<>();
    private @Nullable SortedMap<MetricName, MetricValue> championScores;
    private @Nullable Double pValue;
    private @Nullable EvaluationDetail detail;

    Judgement(
            StageEnvironment environment,
            GateRequest request,
            PipelineConfig config,
            MetricName metric,
            @Nullable ModelVersion champion) {
        this.environment = environment;
        this.request = request;
        this.config = config;
        this.metric = metric;
        this.champion = champion;
        this.classCount = request.prepared().classes().size();
    }

    GateReport report() {
        Matrix rows = matrix(request.prepared().holdout());
        byte[] bytes = environment.artifacts().read(request.challenger().model());
        try (TrainedModel model = ModelFile.open(bytes)) {
            Predictions predictions = model.predict(rows);
            challengerScores = measure(predictions, rows);
            Holdout holdout = new Holdout(rows, predictions, metric, classCount, config.gate(), config.seed());
            if (judgeable(holdout)) {
                judge(holdout);
                detail = EvaluationDetails.of(model, ModelFile.header(bytes), rows, predictions, metric, config.seed());
            }
        }
        return new GateReport(
                request.run().runId(),
                request.challenger().candidateId(),
                request.challenger().model().sha256(),
                metric,
                rows.rows(),
                challengerScores,
                champion == null ? null : champion.version(),
                championScores,
                pValue,
                conditions,
                detail,
                conditions.stream().allMatch(GateCondition::passed));
    }

    /// Whether the rows define the primary metric at all.
    private boolean judgeable(Holdout holdout) {
        Optional<String> objection = EnoughOfEach.objection(holdout.rows(), classCount, holdout.level());
        if (objection.isPresent()) {
            conditions.add(new GateCondition(Conditions.HOLDOUT, false, objection.get()));
            return false;
        }
        boolean defined = challengerScores.containsKey(metric);
        String rows = holdout.rows().rows() + " rows, opened once for "
                + request.challenger().candidateId()
                + (champion == null ? "" : " and the champion, version " + champion.version()) + ".";
        String reason = defined
                ? rows + holdout.caution()
                : rows + " They do not define " + metric.id()
                        + "; expected rows of two classes at least, or two different numbers.";
        conditions.add(new GateCondition(Conditions.HOLDOUT, defined, reason));
        return defined;
    }

    private void judge(Holdout holdout) {
        Conditions checks = new Conditions(holdout, challengerScores);
        conditions.addAll(checks.minimum());
        double[] known = matrix(request.prepared().train()).target();
        Predictions baseline = Baseline.of(known, classCount, holdout.rows().rows());
        double value = Metrics.value(metric, baseline, holdout.rows().target(), classCount);
        conditions.add(checks.beatsBaseline(baseline, value));
        if (champion == null) {
            conditions.add(new GateCondition(Conditions.CHAMPION, true, "There is no champion yet."));
        } else {
            against(champion, holdout, checks);
        }
    }

    private void against(ModelVersion rival, Holdout holdout, Conditions checks) {
        ChampionScores scores = new ChampionScoring(environment, rival, request.prepared()).onHoldout(holdout.rows());
        switch (scores) {
            case ChampionScores.NotComparable none -> conditions.add(incomparable(rival, none.reason()));
            case ChampionScores.Scored scored -> compare(rival, scored.predictions(), holdout, checks);
        }
    }

    private void compare(ModelVersion rival, Predictions theirs, Holdout holdout, Conditions checks) {
        SortedMap<MetricName, MetricValue> measured = measure(theirs, holdout.rows());
        championScores = measured;
        Gain gain = holdout.gainOver(theirs);
        pValue = gain.pValue();
        boolean same = rival.candidate()
                .model()
                .sha256()
                .equals(request.challenger().model().sha256());
        conditions.add(same ? identical(rival) : checks.beatsChampion(rival, measured, gain));
        conditions.add(new SegmentCondition(holdout, theirs).check());
    }

    private static GateCondition identical(ModelVersion rival) {
        return new GateCondition(
                Conditions.CHAMPION,
                false,
                "The challenger is the same model as the champion, version " + rival.version()
                        + ", byte for byte; there is nothing to promote.");
    }

    private static GateCondition incomparable(ModelVersion rival, String reason) {
        return new GateCondition(
                Conditions.CHAMPION,
                true,
                "The champion, version " + rival.version() + ", cannot be compared: " + reason
                        + ". The challenger is judged by the minimum metrics and the baseline alone.");
    }

    private SortedMap<MetricName, MetricValue> measure(Predictions predictions, Matrix rows) {
        return Metrics.measure(
                predictions, rows.target(), classCount, config.gate().confidence(), config.seed());
    }

    private Matrix matrix(ArtifactRef ref) {
        return MatrixFile.read(environment.artifacts().localFile(ref, environment.scratch()));
    }
}
