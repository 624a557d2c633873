package dev.signalbox.model.blend;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.BlendRequest;
import dev.signalbox.contract.stage.BlendResult;
import dev.signalbox.model.learn.BlendMember;
import dev.signalbox.model.learn.BlendedModel;
import dev.signalbox.model.learn.FittedModel;
import dev.signalbox.model.learn.ModelFile;
import dev.signalbox.model.learn.ModelHeader;
import dev.signalbox.model.learn.ModelProvenance;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.PredictionsFile;
import dev.signalbox.model.learn.TrainingSummary;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.matrix.MatrixFile;
import dev.signalbox.model.metric.Metrics;
import dev.signalbox.model.train.RowChoice;
import dev.signalbox.runtime.StageEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Chooses weights on the validation rows and writes a model that carries its members.
public final class BlendStage {
    private final StageEnvironment environment;

    /// With what is given.
    public BlendStage(StageEnvironment environment) {
        this.environment = environment;
    }

    /// Makes the blend. Idempotent; identified by [BlendIdentity]: the same request writes the same bytes.
    /// Candidates of weight 0 are not carried.
    ///
    /// Raises [InvalidInput] where predictions or models do not belong to the prepared data, and
    /// [dev.signalbox.contract.failure.DependencyUnavailable] where the store does not answer.
    ///
    /// @param folder of the artifacts
    public BlendResult run(BlendRequest request, PipelineConfig config, String folder) {
        Matrix valid = matrix(request.prepared().valid());
        List<Predictions> predictions = request.candidates().stream()
                .map(candidate -> predictions(candidate, request, valid))
                .toList();
        double[] weights = weights(request, config, predictions, valid);
        List<BlendMember> members = members(request, weights);
        Predictions blended = WeightedMean.of(predictions, weights);
        byte[] file = file(request, config, members);
        return new BlendResult(new CandidateRef(
                request.candidateId(),
                Algorithm.BLEND,
                write(folder, request.candidateId() + ".model", ModelFile.MEDIA_TYPE, file),
                write(
                        folder,
                        request.candidateId() + ".predictions",
                        PredictionsFile.MEDIA_TYPE,
                        PredictionsFile.write(blended))));
    }

    private Matrix matrix(ArtifactRef ref) {
        return MatrixFile.read(environment.artifacts().localFile(ref, environment.scratch()));
    }

    private Predictions predictions(CandidateRef candidate, BlendRequest request, Matrix valid) {
        Predictions predictions = PredictionsFile.read(environment.artifacts().read(candidate.validPredictions()));
        int width = Math.max(1, request.prepared().classes().size());
        if (predictions.rows() != valid.rows() || predictions.width() != width) {
            throw new InvalidInput(
                    "Candidate " + candidate.candidateId() + " has predictions for " + predictions.rows() + " rows × "
                            + predictions.width() + "; expected " + valid.rows() + " × " + width + ".",
                    "Blend candidates of this run's prepared data only.");
        }
        return predictions;
    }

    private static double[] weights(
            BlendRequest request, PipelineConfig config, List<Predictions> predictions, Matrix valid) {
        return switch (request.method()) {
            case MEAN -> {
                double[] equal = new double[predictions.size()];
                Arrays.fill(equal, 1.0 / predictions.size());
                yield equal;
            }
            case GREEDY ->
                new GreedySelection(
                                predictions,
                                valid.target(),
                                request.prepared().classes().size(),
                                request.prepared().metricFor(config),
                                config.seed())
                        .weights();
        };
    }

    /// Heaviest first, on a tie as the request has them.
    private static List<BlendMember> members(BlendRequest request, double[] weights) {
        return IntStream.range(0, weights.length)
                .filter(i -> weights[i] > 0)
                .mapToObj(i -> new BlendMember(
                        request.candidates().get(i).candidateId(),
                        request.candidates().get(i).algorithm(),
                        weights[i]))
                .sorted(Comparator.comparingDouble(BlendMember::weight).reversed())
                .toList();
    }

    private byte[] file(BlendRequest request, PipelineConfig config, List<BlendMember> members) {
        List<byte[]> files = new ArrayList<>();
        SortedMap<String, String> inputs = new TreeMap<>();
        for (BlendMember member : members) {
            CandidateRef candidate = candidate(request, member);
            inputs.put(member.candidateId(), candidate.model().sha256());
            files.add(environment.artifacts().read(candidate.model()));
        }
        ModelHeader first = ModelFile.header(files.getFirst());
        double[] weights = members.stream().mapToDouble(BlendMember::weight).toArray();
        try (FittedModel blend = BlendedModel.of(first.shape(), weights, files)) {
            return ModelFile.write(header(request, config, members, inputs, blend), blend);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(
                    "The candidates do not fit together: " + e.getMessage() + ".",
                    "Blend candidates of one run's prepared data only.",
                    e);
        }
    }

    private static CandidateRef candidate(BlendRequest request, BlendMember member) {
        return request.candidates().stream()
                .filter(candidate -> candidate.candidateId().equals(member.candidateId()))
                .findFirst()
                .orElseThrow();
    }

    private ModelHeader header(
            BlendRequest request,
            PipelineConfig config,
            List<BlendMember> members,
            SortedMap<String, String> inputs,
            FittedModel blend) {
        MetricName metric = request.prepared().metricFor(config);
        return new ModelHeader(
                request.candidateId(),
                Algorithm.BLEND,
                request.prepared().task(),
                request.prepared().classes(),
                null,
                new ModelProvenance(
                        inputs,
                        environment.codeVersion(),
                        config.seed(),
                        1,
                        new TreeMap<>(Map.of("method", request.method().id())),
                        new TreeMap<>()),
                new TrainingSummary(0, false, metric, trainScore(request, metric, blend), List.of(), List.of()),
                blend.shape().features(),
                members);
    }

    private double trainScore(BlendRequest request, MetricName metric, FittedModel blend) {
        Matrix train = RowChoice.evenly(matrix(request.prepared().train()), TrainingSummary.SCORED_ROWS);
        return Metrics.value(
                metric,
                blend.predict(train),
                train.target(),
                request.prepared().classes().size());
    }

    private ArtifactRef write(String folder, String name, String mediaType, byte[] bytes) {
        return environment.artifacts().write(folder, name, mediaType, bytes);
    }
}
