package dev.signalbox.model.evaluate;

import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.evaluation.EvaluationDetail;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.EvaluateRequest;
import dev.signalbox.model.learn.ModelFile;
import dev.signalbox.model.learn.ModelHeader;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.PredictionsFile;
import dev.signalbox.model.learn.TrainedModel;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.metric.Bootstrap;
import dev.signalbox.model.metric.Metrics;
import dev.signalbox.runtime.StageEnvironment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Candidates, best first by the primary metric; of equal ones the simpler algorithm, then the lesser id.
/// Reads one candidate's predictions at a time.
final class Leaderboard {
    /// Error correlations are among the best ones: with 500 candidates all pairs would be 125,000 numbers.
    private static final int MOST_CORRELATED = 20;

    private final StageEnvironment environment;
    private final Matrix valid;
    private final MetricName metric;
    private final long seed;
    private final int classCount;
    private final boolean crossValidated;
    private final Map<String, CandidateRef> refs = new LinkedHashMap<>();

    Leaderboard(StageEnvironment environment, EvaluateRequest request, Matrix valid, MetricName metric, long seed) {
        this.environment = environment;
        this.valid = valid;
        this.metric = metric;
        this.seed = seed;
        this.classCount = request.prepared().classes().size();
        this.crossValidated = request.prepared().folds() != null;
        request.candidates().forEach(candidate -> refs.put(candidate.candidateId(), candidate));
    }

    /// All candidates; the best one with its detail.
    List<CandidateEvaluation> ranked() {
        ErrorVectors errors = new ErrorVectors(valid.target(), classCount, seed);
        Bootstrap bootstrap = new Bootstrap(valid.target(), classCount, Metrics.CONFIDENCE, seed);
        List<CandidateEvaluation> measured = new ArrayList<>();
        for (CandidateRef candidate : refs.values()) {
            Predictions predictions = predictions(candidate);
            errors.add(candidate.candidateId(), predictions);
            measured.add(measured(candidate, predictions, bootstrap));
        }
        measured.sort(order());
        List<String> best = measured.stream()
                .limit(MOST_CORRELATED)
                .map(CandidateEvaluation::candidateId)
                .toList();
        EvaluationDetail detail = detail(best.getFirst());
        List<CandidateEvaluation> ranked = new ArrayList<>();
        for (CandidateEvaluation one : measured) {
            boolean first = ranked.isEmpty();
            boolean correlated = best.contains(one.candidateId());
            ranked.add(completed(
                    one,
                    correlated ? errors.correlations(one.candidateId(), best) : new TreeMap<>(),
                    first ? detail : null));
        }
        return ranked;
    }

    /// The primary metric of a measured candidate.
    static MetricValue primary(CandidateEvaluation candidate, MetricName metric) {
        MetricValue value = candidate.metrics().get(metric);
        if (value == null) {
            throw new InvalidInput(
                    "The validation rows do not define " + metric.id() + " of " + candidate.candidateId()
                            + "; expected rows of two classes at least and finite predictions.",
                    "Use another metric, or bring more rows of the rare classes.");
        }
        return value;
    }

    private Comparator<CandidateEvaluation> order() {
        return Comparator.<CandidateEvaluation>comparingDouble(
                        one -> -metric.gain(primary(one, metric).value(), 0))
                .thenComparing(CandidateEvaluation::algorithm)
                .thenComparing(CandidateEvaluation::candidateId);
    }

    /// What a candidate says of the validation rows.
    Predictions predictions(String candidateId) {
        CandidateRef candidate = refs.get(candidateId);
        if (candidate == null) {
            throw new IllegalStateException("no candidate " + candidateId);
        }
        return predictions(candidate);
    }

    private Predictions predictions(CandidateRef candidate) {
        Predictions predictions = PredictionsFile.read(environment.artifacts().read(candidate.validPredictions()));
        if (predictions.rows() != valid.rows() || predictions.width() != Math.max(1, classCount)) {
            throw new InvalidInput(
                    "The predictions of " + candidate.candidateId() + " are " + predictions.rows() + " rows of "
                            + predictions.width() + "; expected " + valid.rows() + " rows of "
                            + Math.max(1, classCount) + ", as the validation matrix has.",
                    "Train the candidate again on the matrices of this run.");
        }
        return predictions;
    }

    private CandidateEvaluation measured(CandidateRef candidate, Predictions predictions, Bootstrap bootstrap) {
        ModelHeader header = ModelFile.header(environment.artifacts().read(candidate.model()));
        return new CandidateEvaluation(
                candidate.candidateId(),
                candidate.algorithm(),
                header.spec() == null ? new TreeMap<>() : header.spec().parameters(),
                bootstrap.measure(predictions),
                header.summary().trainScore(),
                classCount == 0 ? 0 : Calibration.error(Calibration.bins(predictions, valid.target())),
                header.calibrator() != null,
                header.summary().rounds(),
                header.summary().stoppedEarly(),
                new TreeMap<>(),
                null);
    }

    private EvaluationDetail detail(String candidateId) {
        CandidateRef candidate = refs.get(candidateId);
        if (candidate == null) {
            throw new IllegalStateException("no candidate " + candidateId);
        }
        byte[] bytes = environment.artifacts().read(candidate.model());
        ModelHeader header = ModelFile.header(bytes);
        if (crossValidated) {
            return EvaluationDetails.of(null, header, valid, predictions(candidate), metric, seed);
        }
        try (TrainedModel model = ModelFile.open(bytes)) {
            return EvaluationDetails.of(model, header, valid, predictions(candidate), metric, seed);
        }
    }

    private static CandidateEvaluation completed(
            CandidateEvaluation one, SortedMap<String, Double> correlations, @Nullable EvaluationDetail detail) {
        return new CandidateEvaluation(
                one.candidateId(),
                one.algorithm(),
                one.parameters(),
                one.metrics(),
                one.trainScore(),
                one.calibrationError(),
                one.calibrated(),
                one.rounds(),
                one.stoppedEarly(),
                correlations,
                detail);
    }
}
