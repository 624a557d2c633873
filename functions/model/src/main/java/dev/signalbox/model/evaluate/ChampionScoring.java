package dev.signalbox.model.evaluate;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.reading.TableReading;
import dev.signalbox.model.features.FittedFeatures;
import dev.signalbox.model.features.RowEncoder;
import dev.signalbox.model.learn.ModelFile;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.ThreadLimit;
import dev.signalbox.model.learn.TrainedModel;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.table.ParquetReader;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TableRequest;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Scores rows of a run with the champion of its pipeline: by the champion's own fitted features, as in
/// production, after the repairs of its own run. Where both runs fitted and repaired the same the run's
/// matrix serves; else the rows are read again from the dataset by their numbers.
///
/// Limitations: rows that the champion learned from may be among them when the data of its run comes back;
/// it then looks better than it is, which errs on the side of the champion.
public final class ChampionScoring {
    private final StageEnvironment environment;
    private final Documents documents;
    private final ModelVersion champion;
    private final PreparedRef prepared;

    /// @param environment where artifacts are
    /// @param champion that is asked
    /// @param prepared of the run whose rows they are
    public ChampionScoring(StageEnvironment environment, ModelVersion champion, PreparedRef prepared) {
        this.environment = environment;
        this.documents = new Documents(environment.artifacts());
        this.champion = champion;
        this.prepared = prepared;
    }

    /// Scores validation rows.
    ///
    /// Raises [dev.signalbox.contract.failure.DependencyUnavailable] when the store does not answer.
    public ChampionScores onValid(Matrix valid) {
        return score(valid, prepared.dataset());
    }

    /// Scores holdout rows.
    ///
    /// Raises [dev.signalbox.contract.failure.DependencyUnavailable] when the store does not answer.
    public ChampionScores onHoldout(Matrix holdout) {
        return score(holdout, prepared.holdoutDataset() == null ? prepared.dataset() : prepared.holdoutDataset());
    }

    private ChampionScores score(Matrix rows, @Nullable DatasetRef dataset) {
        String difference = difference(champion.prepared());
        if (difference != null) {
            return new ChampionScores.NotComparable(difference);
        }
        try {
            Matrix seen = asChampionSees(rows, dataset);
            if (seen == null) {
                return new ChampionScores.NotComparable(
                        "it was trained on other features and this run does not name its dataset");
            }
            byte[] bytes = environment.artifacts().read(champion.candidate().model());
            try (TrainedModel model = ModelFile.open(bytes)) {
                return new ChampionScores.Scored(reordered(model.predict(seen)));
            }
        } catch (ArtifactDamaged | InvalidInput e) {
            return new ChampionScores.NotComparable(
                    "it cannot be applied: " + StageFailure.messageOf(String.valueOf(e.getMessage())));
        }
    }

    private @Nullable String difference(PreparedRef theirs) {
        if (theirs.task() != prepared.task()) {
            return "its task is " + theirs.task().id() + " and this run's is "
                    + prepared.task().id();
        }
        if (!theirs.target().equals(prepared.target())) {
            return "it predicts '" + theirs.target() + "' and this run '" + prepared.target() + "'";
        }
        if (!new TreeSet<>(theirs.classes()).equals(new TreeSet<>(prepared.classes()))) {
            return "its classes are " + String.join(", ", theirs.classes()) + " and this run's "
                    + String.join(", ", prepared.classes());
        }
        return null;
    }

    private @Nullable Matrix asChampionSees(Matrix rows, @Nullable DatasetRef dataset) {
        if (champion.prepared().features().sha256().equals(prepared.features().sha256())) {
            return rows;
        }
        FittedFeatures theirs = documents.read(champion.prepared().features(), FittedFeatures.class);
        ChampionTable table = new ChampionTable(theirs.readings(), ours());
        boolean same = theirs.columns()
                .equals(documents
                        .read(prepared.features(), FittedFeatures.class)
                        .columns());
        if (same && table.isOurs()) {
            return rows;
        }
        return dataset == null ? null : encoded(rows, theirs, table, dataset);
    }

    /// A holdout that the user brought has the dataset's columns, repaired alike.
    private TableReading ours() {
        ArtifactRef reading =
                prepared.dataset() == null ? null : prepared.dataset().reading();
        return reading == null ? new TableReading(List.of(), List.of()) : documents.read(reading, TableReading.class);
    }

    private Matrix encoded(Matrix rows, FittedFeatures fitted, ChampionTable champions, DatasetRef dataset) {
        try (ParquetReader reader =
                new ParquetReader(DuckSettings.of(environment).withThreads(ThreadLimit.threads()))) {
            Table table = champions.repaired(reader.read(
                    environment.artifacts().localFile(dataset.table(), environment.scratch()),
                    dataset.rows(),
                    new TableRequest(champions.read(), true, 1, 0)));
            int[] places = new int[rows.rows()];
            for (int row = 0; row < places.length; row++) {
                places[row] = Math.toIntExact(rows.rowIds()[row]);
            }
            return new RowEncoder(fitted).encode(table, places, rows.target());
        }
    }

    private Predictions reordered(Predictions theirs) {
        List<String> classes = prepared.classes();
        if (classes.equals(champion.prepared().classes())) {
            return theirs;
        }
        int width = theirs.width();
        double[] values = new double[theirs.values().length];
        for (int k = 0; k < width; k++) {
            int from = champion.prepared().classes().indexOf(classes.get(k));
            for (int row = 0; row < theirs.rows(); row++) {
                values[row * width + k] = theirs.at(row, from);
            }
        }
        return new Predictions(width, values);
    }
}
