package dev.signalbox.model.evaluate;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.FoldsRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.CandidateScore;
import dev.signalbox.contract.stage.EvaluateRequest;
import dev.signalbox.contract.stage.EvaluateResult;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.matrix.MatrixFile;
import dev.signalbox.model.metric.Metrics;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares candidates on validation rows.
public final class EvaluateStage {
    private static final int MOST_LISTED = 100;
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final StageEnvironment environment;

    /// With what is given.
    public EvaluateStage(StageEnvironment environment) {
        this.environment = environment;
    }

    /// Measures every candidate by the predictions that its training wrote, ranks them by the primary
    /// metric, and looks at the best one from every side. The champion is measured on the same rows where it
    /// can be applied to them; after a cross-validation it is not, since a champion of the same source has
    /// learned from most of the rows that are compared on, and only the gate can be fair. Idempotent;
    /// identified by [EvaluateIdentity].
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] where the metric does not go with the task, the
    /// rows do not define it, or an artifact is not what it should be.
    ///
    /// @param folder of the artifacts
    public EvaluateResult run(EvaluateRequest request, PipelineConfig config, String folder) {
        MetricName metric = PrimaryMetric.of(config, request.prepared());
        Matrix valid = MatrixFile.read(
                environment.artifacts().localFile(request.prepared().valid(), environment.scratch()));
        Leaderboard board = new Leaderboard(environment, request, valid, metric, config.seed());
        List<CandidateEvaluation> ranked = board.ranked();
        FoldsRef folds = request.prepared().folds();
        Evaluation evaluation = new Evaluation(
                request.prepared().task(),
                metric,
                request.prepared().classes(),
                request.prepared().trainRows(),
                request.prepared().validRows(),
                ranked,
                folds == null ? champion(request, valid, metric, config.seed()) : null,
                folds == null ? 0 : folds.count(),
                findings(request.prepared(), board.predictions(ranked.getFirst().candidateId()), valid));
        return new EvaluateResult(
                new Documents(environment.artifacts()).write(folder, "evaluation.json", evaluation),
                metric,
                ranked.stream()
                        .limit(MOST_LISTED)
                        .map(one -> score(one, metric))
                        .toList(),
                ranked.getFirst().candidateId());
    }

    /// What Prepare noticed, where the best candidate has learned nothing, and where it contradicts labels.
    private List<Finding> findings(PreparedRef prepared, Predictions best, Matrix valid) {
        ArtifactRef noticed = prepared.findings();
        List<Finding> ofRows =
                noticed == null ? List.of() : new Documents(environment.artifacts()).read(noticed, FINDINGS);
        List<Finding> all = new ArrayList<>(ofRows);
        all.addAll(new UnlearnedSegments(best, valid.target()).find(valid));
        new NoisyLabels(best, valid.target())
                .find(prepared.target(), prepared.classes())
                .ifPresent(all::add);
        return all;
    }

    private @Nullable MetricValue champion(EvaluateRequest request, Matrix valid, MetricName metric, long seed) {
        return environment
                .ledger()
                .champion(request.run().pipeline())
                .map(champion -> new ChampionScoring(environment, champion, request.prepared()).onValid(valid))
                .map(scores -> measured(scores, valid, request, metric, seed))
                .orElse(null);
    }

    private static @Nullable MetricValue measured(
            ChampionScores scores, Matrix valid, EvaluateRequest request, MetricName metric, long seed) {
        return switch (scores) {
            case ChampionScores.NotComparable none -> null;
            case ChampionScores.Scored scored ->
                Metrics.measure(
                                List.of(metric),
                                scored.predictions(),
                                valid.target(),
                                request.prepared().classes().size(),
                                Metrics.CONFIDENCE,
                                seed)
                        .get(metric);
        };
    }

    private static CandidateScore score(CandidateEvaluation candidate, MetricName metric) {
        MetricValue value = Leaderboard.primary(candidate, metric);
        return new CandidateScore(candidate.candidateId(), value.value(), value.low(), value.high());
    }
}
