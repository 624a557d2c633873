package dev.signalbox.model.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.stage.PrepareRequest;
import dev.signalbox.contract.stage.PrepareResult;
import dev.signalbox.model.features.DropReason;
import dev.signalbox.model.features.DroppedColumn;
import dev.signalbox.model.features.FittedColumn;
import dev.signalbox.model.features.FittedFeatures;
import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.testing.Configs;
import dev.signalbox.model.testing.Datasets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareStageTest {
    private static final String ROWS = "SELECT i % 7 AS size, (i * 37 % 101) / 10.0 AS weight, "
            + "['red', 'green', 'blue'][1 + i % 3] AS colour, i % 5 = 0 AS fresh, "
            + "CASE WHEN i % 4 = 0 THEN 'yes' ELSE 'no' END AS answer FROM range(400) t(i)";

    /// So many that candidates are compared on rows of their own.
    private static final String MANY = ROWS.replace("range(400)", "range(2000)");

    private Datasets datasets;

    @BeforeEach
    void open(@TempDir Path folder) {
        datasets = new Datasets(folder);
    }

    @Test
    void dividesEveryLabelledRowOnceAndStratified() {
        PreparedRef prepared = datasets.prepare(MANY, Configs.of("answer").build(), Task.BINARY)
                .prepared();
        Matrix train = datasets.matrix(prepared.train());
        Matrix valid = datasets.matrix(prepared.valid());
        Matrix holdout = datasets.matrix(prepared.holdout());

        assertThat(LongStream.concat(
                                LongStream.concat(Arrays.stream(train.rowIds()), Arrays.stream(valid.rowIds())),
                                Arrays.stream(holdout.rowIds()))
                        .sorted()
                        .toArray())
                .isEqualTo(LongStream.range(0, 2000).toArray());
        assertThat(prepared.folds()).isNull();
        assertThat(new long[] {prepared.trainRows(), prepared.validRows(), prepared.holdoutRows()})
                .containsExactly(1200, 400, 400);
        assertThat(Arrays.stream(holdout.target()).sum()).isEqualTo(100);
        assertThat(Arrays.stream(valid.target()).sum()).isEqualTo(100);
    }

    @Test
    void makesTheSameBytesAgain() {
        PrepareResult one = datasets.prepare(ROWS, Configs.of("answer").build(), Task.BINARY);
        PrepareResult two = datasets.prepare(ROWS, Configs.of("answer").build(), Task.BINARY);

        assertThat(two).isEqualTo(one);
    }

    @Test
    void dividesOtherwiseWithAnotherSeed() {
        PrepareResult one = datasets.prepare(ROWS, Configs.of("answer").build(), Task.BINARY);
        PrepareResult two = datasets.prepare(ROWS, Configs.of("answer").seed(1).build(), Task.BINARY);

        assertThat(two.prepared().holdout()).isNotEqualTo(one.prepared().holdout());
    }

    @Test
    void fitsNothingOnRowsThatJudgeTheModel() {
        PrepareResult one = datasets.prepare(MANY, Configs.of("answer").build(), Task.BINARY);
        long[] judging = LongStream.concat(
                        Arrays.stream(datasets.matrix(one.prepared().valid()).rowIds()),
                        Arrays.stream(datasets.matrix(one.prepared().holdout()).rowIds()))
                .toArray();
        String judged = "list_contains(" + Arrays.toString(judging) + ", i)";
        String changed = "SELECT CASE WHEN " + judged + " THEN 1000000 + i ELSE i % 7 END AS size, CASE WHEN " + judged
                + " THEN NULL ELSE (i * 37 % 101) / 10.0 END AS weight, CASE WHEN " + judged
                + " THEN 'new' || i ELSE ['red', 'green', 'blue'][1 + i % 3] END AS colour, i % 5 = 0 OR " + judged
                + " AS fresh, CASE WHEN i % 4 = 0 THEN 'yes' ELSE 'no' END AS answer FROM range(2000) t(i)";

        PrepareResult two = datasets.prepare(changed, Configs.of("answer").build(), Task.BINARY);

        assertThat(two.prepared().features()).isEqualTo(one.prepared().features());
        assertThat(two.prepared().train()).isEqualTo(one.prepared().train());
        assertThat(two.prepared().holdout()).isNotEqualTo(one.prepared().holdout());
    }

    @Test
    void dropsWhatSaysNothingAndTellsWhy() {
        FittedFeatures features = datasets.features(datasets.prepare(
                "SELECT i AS row_number, 'K' || (i * 7919 % 1009) AS code, 5 AS five, 'same' AS same, NULL::DOUBLE AS none, "
                        + "NULL::VARCHAR AS nothing, i % 3 AS kept, i % 5 AS mine, i % 2 AS y FROM range(300) t(i)",
                Configs.of("y").ignored("mine").build(), Task.BINARY));

        assertThat(features.dropped())
                .containsExactlyInAnyOrder(
                        new DroppedColumn("mine", DropReason.IGNORED),
                        new DroppedColumn("row_number", DropReason.IDENTIFIER),
                        new DroppedColumn("code", DropReason.IDENTIFIER),
                        new DroppedColumn("five", DropReason.CONSTANT),
                        new DroppedColumn("same", DropReason.CONSTANT),
                        new DroppedColumn("none", DropReason.EMPTY),
                        new DroppedColumn("nothing", DropReason.EMPTY));
        assertThat(features.features()).extracting(Feature::name).containsExactly("kept");
    }

    @Test
    void refusesDataOfWhichNothingIsLeft() {
        assertThatThrownBy(() -> datasets.prepare(
                        "SELECT 1 AS a, 'x' AS b, i % 2 AS y FROM range(100) t(i)",
                        Configs.of("y").build(), Task.BINARY))
                .isInstanceOf(DataQuality.class)
                .hasMessageContaining("a: constant, b: constant");
    }

    @Test
    void acceptsAnyNameOfAColumn() {
        String query =
                "SELECT i % 7 AS \"a \"\"quoted\"\" name\", i % 11 AS \"'; DROP TABLE x; --\", i % 13 AS \"列,\n2\", "
                        + "DATE '2020-01-01' + (i % 300)::INTEGER AS d, i % 5 AS \"d.month\", i % 2 AS \"the target\" "
                        + "FROM range(200) t(i)";
        FittedFeatures features = datasets.features(
                datasets.prepare(query, Configs.of("the target").build(), Task.BINARY));

        assertThat(features.features())
                .extracting(Feature::name)
                .contains("a \"quoted\" name", "'; DROP TABLE x; --", "列,\n2", "d.month", "d.month~2")
                .doesNotHaveDuplicates();
    }

    @Test
    void preparesTwoThousandColumns() {
        StringBuilder query = new StringBuilder("SELECT i % 2 AS y");
        for (int i = 0; i < 2_000; i++) {
            query.append(", (i * ").append(i + 3).append(") % 97 AS c").append(i);
        }
        String select = query.append(" FROM range(120) t(i)").toString();
        PipelineFacts facts = new PipelineFacts(datasets, select, 2_000);

        assertThat(facts.width())
                .as("of far more columns than rows, those that tell more than chance would")
                .isBetween(10, 500);
    }

    @Test
    void usesAShareOfTheRowsWhenAskedTo() {
        var config = Configs.of("answer").build();
        PreparedRef prepared = datasets.prepare(
                        new PrepareRequest(
                                datasets.run(config),
                                datasets.dataset(MANY),
                                null,
                                datasets.profile(MANY, "answer", Task.BINARY),
                                new RetryChanges(0.8, 0, false)),
                        config)
                .prepared();

        assertThat(prepared.trainRows() + prepared.validRows() + prepared.holdoutRows())
                .isBetween(1500L, 1700L);
    }

    @Test
    void keepsNativeCategoriesByFrequencyThenLabel() {
        FittedFeatures features =
                datasets.features(datasets.prepare(ROWS, Configs.of("answer").build(), Task.BINARY));

        FittedColumn.Category colour =
                (FittedColumn.Category) features.columns().get(2);
        assertThat(colour.labels()).hasSize(3).contains("red", "green", "blue");
        assertThat(colour.pool()).isNull();
    }

    @Test
    void offersFewSmallCandidatesForFewRows() {
        PrepareResult result = datasets.prepare(ROWS, Configs.of("answer").build(), Task.BINARY);

        assertThat(result.candidates())
                .hasSizeBetween(5, 7)
                .extracting("algorithm")
                .contains(Algorithm.BASELINE, Algorithm.LINEAR, Algorithm.XGBOOST, Algorithm.LIGHTGBM);
        assertThat(result.candidates()).extracting("candidateId").doesNotHaveDuplicates();
    }

    /// A wide dataset, prepared.
    private record PipelineFacts(Datasets datasets, String query, int columns) {
        int width() {
            PrepareResult result = datasets.prepare(query, Configs.of("y").build(), Task.BINARY);
            return datasets.matrix(result.prepared().train()).features().size();
        }
    }
}
