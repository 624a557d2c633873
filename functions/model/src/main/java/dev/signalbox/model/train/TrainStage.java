package dev.signalbox.model.train;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.FoldsRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.contract.stage.TrainRequest;
import dev.signalbox.contract.stage.TrainResult;
import dev.signalbox.contract.stage.TrainStatus;
import dev.signalbox.model.learn.Fold;
import dev.signalbox.model.learn.FoldsFile;
import dev.signalbox.model.learn.ModelFile;
import dev.signalbox.model.learn.ModelHeader;
import dev.signalbox.model.learn.ModelProvenance;
import dev.signalbox.model.learn.PredictionsFile;
import dev.signalbox.model.learn.Trainer;
import dev.signalbox.model.learn.Trainers;
import dev.signalbox.model.learn.Training;
import dev.signalbox.model.learn.TrainingContext;
import dev.signalbox.model.learn.TrainingSummary;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.matrix.MatrixFile;
import dev.signalbox.model.metric.Metrics;
import dev.signalbox.runtime.StageEnvironment;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Learns one candidate, calibrates it where that helps, and writes it with its provenance.
public final class TrainStage {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /// Of the candidate's time; the rest is for calibration, scoring and writing.
    private static final double SHARE_FOR_LEARNING = 0.8;

    private final StageEnvironment environment;

    /// With what is given.
    public TrainStage(StageEnvironment environment) {
        this.environment = environment;
    }

    /// Trains the candidate; where the rows are few, once a fold for its validation predictions and once on
    /// all of them for the model. Idempotent; identified by [TrainIdentity]: the same request writes the same
    /// bytes, unless the time limit cut the training short.
    ///
    /// A candidate that cannot be learned (one class alone, no time, no memory, a library's refusal) is a
    /// result with the status `failed`. Raises [dev.signalbox.contract.failure.DependencyUnavailable] where
    /// the store does not answer and [InvalidInput] where a matrix is not what its reference says.
    ///
    /// @param folder of the artifacts
    public TrainResult run(TrainRequest request, PipelineConfig config, String folder) {
        String candidateId = request.candidate().candidateId();
        Rows rows = rows(request, config);
        TrainingContext context = context(request, config, 1);
        Learned learned;
        try {
            new MemoryLimit(environment.memoryMb()).require(request.candidate().algorithm(), rows.together());
            learned = learned(request, config, rows, context);
        } catch (InvalidInput | DataQuality | ResourceExhausted | UnexpectedFailure e) {
            String reason = StageFailure.messageOf(String.valueOf(e.getMessage()));
            return new TrainResult(
                    candidateId,
                    TrainStatus.FAILED,
                    null,
                    reason,
                    false,
                    e.getClass().getName());
        }
        Training training = learned.training();
        boolean calibrated = request.candidate().algorithm() != Algorithm.BASELINE;
        try (Outcome outcome = Outcome.of(
                training.model(),
                calibrated,
                learned.validPredictions(),
                rows.valid().target(),
                context)) {
            TrainingSummary summary = summary(training, outcome, rows.train(), context);
            ModelHeader header = header(request, outcome, summary, training, fraction(request), context);
            CandidateRef candidate = write(folder, header, outcome);
            return new TrainResult(candidateId, TrainStatus.TRAINED, candidate, null, training.outOfTime());
        }
    }

    private static Learned learned(TrainRequest request, PipelineConfig config, Rows rows, TrainingContext context) {
        Trainer trainer = Trainers.of(request.candidate().algorithm());
        if (rows.folds().isEmpty()) {
            return Learned.fromParts(trainer, rows.train(), rows.valid(), request.candidate(), context);
        }
        // The last of so many trainings of one size is the final one.
        double share = rows.folds().size() / (rows.folds().size() + 1.0);
        return Learned.fromFolds(
                trainer,
                rows.folds(),
                rows.train(),
                rows.valid(),
                request.candidate(),
                context,
                context(request, config, share));
    }

    private Rows rows(TrainRequest request, PipelineConfig config) {
        double fraction = fraction(request);
        FoldsRef folds = request.prepared().folds();
        return new Rows(
                RowChoice.share(matrix(request.prepared().train()), fraction, config.seed()),
                matrix(request.prepared().valid()),
                folds == null
                        ? List.of()
                        : FoldsFile.read(environment.artifacts().read(folds.matrices())).stream()
                                .map(fold ->
                                        new Fold(RowChoice.share(fold.train(), fraction, config.seed()), fold.valid()))
                                .toList());
    }

    private static double fraction(TrainRequest request) {
        return request.changes() == null ? 1 : request.changes().sampleFraction();
    }

    private Matrix matrix(ArtifactRef ref) {
        return MatrixFile.read(environment.artifacts().localFile(ref, environment.scratch()));
    }

    /// @param share of the time for learning
    private static TrainingContext context(TrainRequest request, PipelineConfig config, double share) {
        int threads = request.changes() == null ? 0 : request.changes().threads();
        long nanos = (long) (config.train().timeoutSeconds() * SHARE_FOR_LEARNING * share * NANOS_PER_SECOND);
        return new TrainingContext(
                request.prepared().task(),
                request.prepared().classes().size(),
                request.prepared().metricFor(config),
                config.seed(),
                threads == 0 ? config.train().threads() : threads,
                System.nanoTime() + nanos);
    }

    private static TrainingSummary summary(Training training, Outcome outcome, Matrix train, TrainingContext context) {
        Matrix scored = RowChoice.evenly(train, TrainingSummary.SCORED_ROWS);
        double trainScore =
                Metrics.value(context.metric(), outcome.model().predict(scored), scored.target(), context.classCount());
        return new TrainingSummary(
                training.rounds(),
                training.stoppedEarly(),
                context.metric(),
                trainScore,
                training.trainCurve(),
                training.validCurve());
    }

    private ModelHeader header(
            TrainRequest request,
            Outcome outcome,
            TrainingSummary summary,
            Training training,
            double fraction,
            TrainingContext context) {
        CandidateSpec spec = request.candidate();
        TreeMap<String, String> inputs = new TreeMap<>();
        inputs.put("train", request.prepared().train().sha256());
        inputs.put("valid", request.prepared().valid().sha256());
        inputs.put("features", request.prepared().features().sha256());
        FoldsRef folds = request.prepared().folds();
        if (folds != null) {
            inputs.put("folds", folds.matrices().sha256());
        }
        return new ModelHeader(
                spec.candidateId(),
                spec.algorithm(),
                request.prepared().task(),
                request.prepared().classes(),
                spec,
                new ModelProvenance(
                        inputs,
                        environment.codeVersion(),
                        context.seed(),
                        fraction,
                        training.parameters(),
                        LibraryVersions.of(spec.algorithm())),
                summary,
                outcome.model().shape().features(),
                List.of(),
                outcome.calibrator());
    }

    private CandidateRef write(String folder, ModelHeader header, Outcome outcome) {
        ArtifactRef model = environment
                .artifacts()
                .write(
                        folder,
                        header.candidateId() + ".model",
                        ModelFile.MEDIA_TYPE,
                        ModelFile.write(header, outcome.model()));
        ArtifactRef predictions = environment
                .artifacts()
                .write(
                        folder,
                        header.candidateId() + ".predictions",
                        PredictionsFile.MEDIA_TYPE,
                        PredictionsFile.write(outcome.validPredictions()));
        return new CandidateRef(header.candidateId(), header.algorithm(), model, predictions);
    }

    /// @param train to learn from
    /// @param valid to be compared on
    /// @param folds empty where the two are different rows
    private record Rows(Matrix train, Matrix valid, List<Fold> folds) {
        /// What one training handles at once: the folds side by side, or the two parts.
        List<Matrix> together() {
            return folds.isEmpty()
                    ? List.of(train, valid)
                    : folds.stream()
                            .flatMap(fold -> Stream.of(fold.train(), fold.valid()))
                            .toList();
        }
    }
}
