package dev.signalbox.model.predict;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.stage.PredictRequest;
import dev.signalbox.contract.stage.PredictResult;
import dev.signalbox.model.features.FittedFeatures;
import dev.signalbox.model.features.RowEncoder;
import dev.signalbox.model.learn.TrainedModel;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.nio.file.Path;

/// Scores rows with the champion.
public final class PredictStage {
    private static final String CSV = "text/csv";

    private final StageEnvironment environment;
    private final ModelOpener models;

    /// With what is given.
    public PredictStage(StageEnvironment environment, ModelOpener models) {
        this.environment = environment;
        this.models = models;
    }

    /// Scores the rows of a file: CSV with any usual delimiter, JSON, JSON Lines or Parquet, the first three
    /// also in gzip, zip or Zstandard. Each cell is read as the text of the training data was and repaired as
    /// its column was (labels mapped, outliers clipped and the like); repairs of rows are not repeated.
    /// Writes one row an input row, in order; a row that cannot be scored has a reason instead. Columns may
    /// stand in any order, and further ones are ignored. Idempotent as long as the champion is the same.
    ///
    /// Raises [InvalidInput] where the pipeline has no champion, the file cannot be read or lacks a column.
    public PredictResult run(PredictRequest request) {
        ModelVersion champion = champion(request.pipeline());
        FittedFeatures fitted =
                new Documents(environment.artifacts()).read(champion.prepared().features(), FittedFeatures.class);
        Path file = environment.artifacts().localSource(request.source(), environment.scratch());
        RowEncoder encoder = new RowEncoder(fitted);
        try (RowSource rows = RowSources.open(file, encoder.readings(), DuckSettings.of(environment));
                TrainedModel model = models.open(
                        environment.artifacts().read(champion.candidate().model()))) {
            return scored(request, champion, new Scorer(fitted, encoder, model), rows);
        }
    }

    private ModelVersion champion(String pipeline) {
        return environment
                .ledger()
                .champion(pipeline)
                .orElseThrow(() -> new InvalidInput(
                        "The pipeline '" + pipeline + "' has no champion.",
                        "Run the pipeline until a model is promoted, or check the name with 'signalbox models'."));
    }

    private PredictResult scored(PredictRequest request, ModelVersion champion, Scorer scorer, RowSource rows) {
        try (OutputFile predictions = OutputFile.in(environment.scratch());
                OutputFile contributions = request.explain() ? OutputFile.in(environment.scratch()) : null) {
            Scorer.Counts counts = scorer.score(rows, predictions, contributions);
            return new PredictResult(
                    stored(request, request.name() + ".csv", predictions),
                    contributions == null
                            ? null
                            : stored(request, request.name() + "-contributions.csv", contributions),
                    champion.version(),
                    counts.rows(),
                    counts.unscored());
        }
    }

    private ArtifactRef stored(PredictRequest request, String name, OutputFile output) {
        return environment.artifacts().write("predictions/" + request.pipeline(), name, CSV, output.finished());
    }
}
