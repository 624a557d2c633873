package dev.signalbox.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.contract.reading.ColumnRepair;
import dev.signalbox.contract.reading.TableReading;
import dev.signalbox.contract.reading.ValueReading;
import dev.signalbox.model.features.FittedColumn;
import dev.signalbox.model.features.FittedFeatures;
import dev.signalbox.model.learn.ModelFile;
import dev.signalbox.model.learn.Samples;
import dev.signalbox.model.learn.TrainedModel;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.runtime.Documents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The champion knows the columns `colour` (by other codes) and `size`; the run has `size`, `weight` and
/// `colour`.
class ChampionScoringTest {
    private static final Matrix VALID = Samples.regression(80, 2);
    private static final FittedFeatures THEIRS = fitted(
            new FittedColumn.Category("colour", List.of("blue", "red", "green"), null, List.of()),
            new FittedColumn.Quantity("size"));
    private static final FittedFeatures OURS = fitted(
            new FittedColumn.Quantity("size"),
            new FittedColumn.Quantity("weight"),
            new FittedColumn.Category("colour", List.of("red", "green", "blue"), null, List.of()));

    @TempDir
    private Path folder;

    private SmallRun run;
    private CandidateRef candidate;

    @BeforeEach
    void trainTheChampionOnItsOwnFeatures() {
        run = new SmallRun(folder, PipelineConfig.of("shapes", "y"), Samples.regression(200, 1), VALID, VALID, 0);
        candidate = new SmallRun(
                        folder,
                        PipelineConfig.of("shapes", "y"),
                        champions(Samples.regression(200, 1)),
                        champions(VALID),
                        champions(VALID),
                        0)
                .candidate("champion", Algorithm.LINEAR, champions(Samples.regression(200, 1)));
    }

    @Test
    void appliesTheChampionsOwnFeaturesToTheSameRowsOfTheDataset() throws Exception {
        DatasetRef dataset = dataset("size, weight, colour, y");
        // The run's rows come in another order than the dataset's.
        Matrix reversed = reversed(VALID);
        ChampionScores scores =
                scoring(prepared(OURS).withDatasets(dataset, null)).onValid(reversed);
        double[] expected = direct(champions(reversed));
        assertThat(scores)
                .isInstanceOfSatisfying(
                        ChampionScores.Scored.class,
                        scored -> assertThat(scored.predictions().values()).isEqualTo(expected));
    }

    @Test
    void repairsTheRowsAsTheChampionsRunDid() throws Exception {
        DatasetRef dataset = dataset("size, weight, CASE colour WHEN 'red' THEN 'rot' ELSE colour END AS colour, y");

        assertThat(scoresWith(repaired("rot", "red"), dataset)).isEqualTo(direct(champions(VALID)));
        assertThat(scoresWith(THEIRS, dataset)).isNotEqualTo(direct(champions(VALID)));
    }

    @Test
    void doesNotRepeatARepairThatThisRunHasCarriedOutToo() throws Exception {
        // Mapped a second time, blue would be red as well.
        FittedFeatures theirs = repaired("blau", "blue", "blue", "red");
        TableReading ours = new TableReading(theirs.readings(), List.of());
        DatasetRef plain = dataset("size, weight, colour, y");
        DatasetRef dataset = new DatasetRef(plain.table(), plain.rows(), plain.columns(), null, document(ours));

        assertThat(scoresWith(theirs, dataset)).isEqualTo(direct(champions(VALID)));
    }

    @Test
    void findsAColumnUnderTheNameThatTheChampionsRunGaveAway() throws Exception {
        ColumnReading size = ColumnReading.of("Size", ValueReading.of(ColumnType.NUMBER));
        FittedFeatures theirs = withReadings(THEIRS.readings().getFirst(), size.renamed("size", true));
        TableReading ours = new TableReading(List.of(size, THEIRS.readings().getFirst()), List.of());
        DatasetRef plain = dataset("size AS \"Size\", weight, colour, y");
        DatasetRef dataset = new DatasetRef(plain.table(), plain.rows(), plain.columns(), null, document(ours));

        assertThat(scoresWith(theirs, dataset)).isEqualTo(direct(champions(VALID)));
    }

    @Test
    void readsABroughtHoldoutFromItsOwnDataset() throws Exception {
        PreparedRef prepared = prepared(OURS).withDatasets(dataset("1 AS nothing"), dataset("size, colour"));
        assertThat(scoring(prepared).onHoldout(VALID)).isInstanceOf(ChampionScores.Scored.class);
        assertThat(scoring(prepared).onValid(VALID)).isInstanceOf(ChampionScores.NotComparable.class);
    }

    @Test
    void usesTheRunsMatrixWhereTheFeaturesAreTheSame() {
        PreparedRef prepared = prepared(THEIRS);
        assertThat(scoring(prepared).onValid(champions(VALID)))
                .isInstanceOfSatisfying(
                        ChampionScores.Scored.class,
                        scored -> assertThat(scored.predictions().values()).isEqualTo(direct(champions(VALID))));
    }

    @Test
    void saysWhichColumnIsGone() throws Exception {
        PreparedRef prepared = prepared(OURS).withDatasets(dataset("weight, colour, y"), null);
        assertThat(scoring(prepared).onValid(VALID))
                .isInstanceOfSatisfying(
                        ChampionScores.NotComparable.class,
                        none -> assertThat(none.reason())
                                .contains("it cannot be applied")
                                .contains("size"));
    }

    @Test
    void saysThatTheRunDoesNotNameItsDataset() {
        assertThat(scoring(prepared(OURS)).onValid(VALID))
                .isEqualTo(new ChampionScores.NotComparable(
                        "it was trained on other features and this run does not name its dataset"));
    }

    @Test
    void saysThatTheChampionsModelIsGone() {
        ArtifactRef gone = new ArtifactRef("file:///nowhere/model", "0".repeat(64), 1, ModelFile.MEDIA_TYPE);
        candidate = new CandidateRef("champion", Algorithm.LINEAR, gone, gone);
        assertThat(scoring(prepared(THEIRS)).onValid(champions(VALID)))
                .isInstanceOfSatisfying(
                        ChampionScores.NotComparable.class,
                        none -> assertThat(none.reason()).contains("no artifact"));
    }

    @Test
    void putsTheChampionsClassesIntoTheOrderOfTheRun() {
        Matrix train = Samples.classes(200, 1, 2);
        SmallRun classes = new SmallRun(folder, PipelineConfig.of("shapes", "y"), train, train, train, 2);
        CandidateRef linear = classes.candidate("linear", Algorithm.LINEAR, train);
        PreparedRef now = classes.prepared();
        PreparedRef then = new PreparedRef(
                now.task(),
                "y",
                now.classes().reversed(),
                now.features(),
                now.train(),
                now.valid(),
                now.holdout(),
                1,
                1,
                1);
        ModelVersion champion = classes.crown(linear, then);
        ChampionScores scores = new ChampionScoring(classes.environment().stage(), champion, now).onValid(train);
        try (TrainedModel model =
                ModelFile.open(classes.environment().artifacts().read(linear.model()))) {
            double first = model.predict(train).at(0, 0);
            assertThat(scores)
                    .isInstanceOfSatisfying(
                            ChampionScores.Scored.class,
                            scored -> assertThat(scored.predictions().at(0, 1)).isEqualTo(first));
        }
    }

    private ChampionScoring scoring(PreparedRef prepared) {
        return scoring(THEIRS, prepared);
    }

    private ChampionScoring scoring(FittedFeatures theirs, PreparedRef prepared) {
        ModelVersion champion = run.crown(candidate, prepared(theirs));
        return new ChampionScoring(run.environment().stage(), champion, prepared);
    }

    private double[] scoresWith(FittedFeatures theirs, DatasetRef dataset) {
        ChampionScores scores =
                scoring(theirs, prepared(OURS).withDatasets(dataset, null)).onValid(VALID);
        assertThat(scores).isInstanceOf(ChampionScores.Scored.class);
        return ((ChampionScores.Scored) scores).predictions().values();
    }

    /// The champion's features with a repair of the colours.
    private static FittedFeatures repaired(String... pairs) {
        TreeMap<String, String> labels = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return withReadings(
                ColumnReading.of("colour", ValueReading.of(ColumnType.TEXT))
                        .repaired(new ColumnRepair.Mapped(labels, ColumnType.TEXT)),
                ColumnReading.of("size", ValueReading.of(ColumnType.NUMBER)));
    }

    private static FittedFeatures withReadings(ColumnReading... readings) {
        return new FittedFeatures(
                THEIRS.version(),
                THEIRS.task(),
                THEIRS.target(),
                THEIRS.classes(),
                THEIRS.columns(),
                THEIRS.dropped(),
                List.of(readings));
    }

    private ArtifactRef document(Object written) {
        return new Documents(run.environment().artifacts()).write("runs/run-1/test", "f.json", written);
    }

    private PreparedRef prepared(FittedFeatures features) {
        PreparedRef now = run.prepared();
        ArtifactRef ref = document(features);
        return new PreparedRef(now.task(), "y", List.of(), ref, now.train(), now.valid(), now.holdout(), 200, 80, 80);
    }

    private double[] direct(Matrix rows) {
        try (TrainedModel model = ModelFile.open(run.environment().artifacts().read(candidate.model()))) {
            return model.predict(rows).values();
        }
    }

    /// The rows of [#VALID] as Parquet, in order.
    private DatasetRef dataset(String columns) throws Exception {
        StringBuilder values = new StringBuilder();
        for (int row = 0; row < VALID.rows(); row++) {
            float weight = VALID.at(row, 1);
            values.append(row == 0 ? "" : ", ")
                    .append("(" + row + ", " + VALID.at(row, 0) + "::DOUBLE, ")
                    .append(Float.isNaN(weight) ? "NULL" : weight + "::DOUBLE")
                    .append(", '" + List.of("red", "green", "blue").get((int) VALID.at(row, 2)) + "', 1.0)");
        }
        Path file = folder.resolve("data-" + columns.length() + ".parquet");
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + columns + " FROM (VALUES " + values
                    + ") AS t(n, size, weight, colour, y) ORDER BY n) TO '" + file + "' (FORMAT parquet)");
        }
        byte[] bytes = Files.readAllBytes(file);
        return new DatasetRef(run.write("data.parquet", "application/vnd.apache.parquet", bytes), VALID.rows(), 3);
    }

    private static FittedFeatures fitted(FittedColumn... columns) {
        return new FittedFeatures(FittedFeatures.VERSION, Task.REGRESSION, "y", List.of(), List.of(columns), List.of());
    }

    /// The same rows as the champion's features have them.
    private static Matrix champions(Matrix rows) {
        float[] values = new float[rows.rows() * 2];
        for (int row = 0; row < rows.rows(); row++) {
            values[2 * row] = ((int) rows.at(row, 2) + 1) % 3;
            values[2 * row + 1] = rows.at(row, 0);
        }
        return new Matrix(THEIRS.features(), values, rows.target(), rows.rowIds());
    }

    private static Matrix reversed(Matrix rows) {
        int[] order = new int[rows.rows()];
        for (int i = 0; i < order.length; i++) {
            order[i] = order.length - 1 - i;
        }
        Matrix picked =
                MatrixRows.pick(new Matrix(rows.features(), rows.values(), rows.target(), rows.rowIds()), order);
        assertThat(picked.rowIds()[0]).isEqualTo(rows.rows() - 1L);
        return picked;
    }
}
