package dev.signalbox.model.train;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.contract.stage.TrainRequest;
import dev.signalbox.contract.stage.TrainResult;
import dev.signalbox.contract.stage.TrainStatus;
import dev.signalbox.model.learn.ModelFile;
import dev.signalbox.model.learn.ModelHeader;
import dev.signalbox.model.learn.ModelProvenance;
import dev.signalbox.model.learn.PredictionsFile;
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

    /// Trains the candidate. Idempotent; identified by [TrainIdentity]: the same request writes the same
    /// bytes.
    ///
    /// A candidate that cannot be learned (one class alone, no time, no memory, a library's refusal) is a
    /// result with the status `failed`. Raises [dev.signalbox.contract.failure.DependencyUnavailable] where
    /// the store does not answer and [InvalidInput] where a matrix is not what its reference says.
    ///
    /// @param folder of the artifacts
    public TrainResult run(TrainRequest request, PipelineConfig config, String folder) {
        String candidateId = request.candidate().candidateId();
        double fraction = request.changes() == null ? 1 : request.changes().sampleFraction();
        Matrix train = RowChoice.share(matrix(request.prepared().train()), fraction, config.seed());
        Matrix valid = matrix(request.prepared().valid());
        TrainingContext context = context(request, config);
        Training training;
        try {
            new MemoryLimit(environment.memoryMb()).require(request.candidate().algorithm(), train, valid);
            training = Trainers.of(request.candidate().algorithm()).train(train, valid, request.candidate(), context);
        } catch (InvalidInput | DataQuality | ResourceExhausted | UnexpectedFailure e) {
            String reason = StageFailure.messageOf(String.valueOf(e.getMessage()));
            return new TrainResult(candidateId, TrainStatus.FAILED, null, reason);
        }
        boolean learned = request.candidate().algorithm() != Algorithm.BASELINE;
        try (Outcome outcome = Outcome.of(training.model(), learned, valid, context)) {
            TrainingSummary summary = summary(training, outcome, train, context);
            ModelHeader header = header(request, outcome, summary, training, fraction, context);
            return new TrainResult(candidateId, TrainStatus.TRAINED, write(folder, header, outcome), null);
        }
    }

    private Matrix matrix(ArtifactRef ref) {
        return MatrixFile.read(environment.artifacts().localFile(ref, environment.scratch()));
    }

    private static TrainingContext context(TrainRequest request, PipelineConfig config) {
        int threads = request.changes() == null ? 0 : request.changes().threads();
        long nanos = (long) (config.train().timeoutSeconds() * SHARE_FOR_LEARNING * NANOS_PER_SECOND);
        return new TrainingContext(
                request.prepared().task(),
                request.prepared().classes().size(),
                config.metricFor(request.prepared().task()),
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
}
