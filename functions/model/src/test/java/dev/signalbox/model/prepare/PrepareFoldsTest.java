package dev.signalbox.model.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.artifact.FoldsRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.SplitConfig;
import dev.signalbox.contract.config.SplitKind;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.stage.PrepareResult;
import dev.signalbox.model.learn.Fold;
import dev.signalbox.model.learn.FoldsFile;
import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.testing.Configs;
import dev.signalbox.model.testing.Datasets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Few rows: what is not held out teaches the final model, and folds of it compare the candidates.
class PrepareFoldsTest {
    private static final String ROWS = "SELECT i % 7 AS size, (i * 37 % 101) / 10.0 AS weight, "
            + "'c' || (i * 13 % 11) AS colour, DATE '2020-01-01' + ((i * 37) % 200)::INTEGER AS day, "
            + "CASE WHEN i % 4 = 0 THEN 'yes' ELSE 'no' END AS answer FROM range(400) t(i)";

    private Datasets datasets;

    @BeforeEach
    void open(@TempDir Path folder) {
        datasets = new Datasets(folder);
    }

    @Test
    void theFinalModelLearnsFromAllRowsThatAreNotHeldOut() {
        PreparedRef prepared = prepare(ROWS).prepared();
        Matrix train = datasets.matrix(prepared.train());
        Matrix valid = datasets.matrix(prepared.valid());
        Matrix holdout = datasets.matrix(prepared.holdout());

        assertThat(LongStream.concat(Arrays.stream(train.rowIds()), Arrays.stream(holdout.rowIds()))
                        .sorted()
                        .toArray())
                .isEqualTo(LongStream.range(0, 400).toArray());
        assertThat(holdout.rows()).isEqualTo(80);
        assertThat(valid.rowIds()).isEqualTo(train.rowIds());
        assertThat(prepared.validRows()).isEqualTo(prepared.trainRows()).isEqualTo(320);
        assertThat(Objects.requireNonNull(prepared.folds()).count()).isEqualTo(5);
    }

    @Test
    void noFoldSeesTheHoldout() {
        PreparedRef prepared = prepare(ROWS).prepared();
        long[] held = datasets.matrix(prepared.holdout()).rowIds();

        for (Fold fold : folds(prepared)) {
            assertThat(fold.train().rowIds()).doesNotContain(held);
            assertThat(fold.valid().rowIds()).doesNotContain(held);
        }
    }

    @Test
    void eachFoldFitsItsTransformsOnItsOwnTrainingRows() {
        List<Fold> folds = folds(prepare(ROWS).prepared());
        Fold first = folds.getFirst();
        String judged = "list_contains(" + Arrays.toString(first.valid().rowIds()) + ", i)";
        // The rows that the first fold predicts get labels, sizes and weights that no other row has.
        String changed = ROWS.replace("i % 7 AS size", "CASE WHEN " + judged + " THEN 900 + i ELSE i % 7 END AS size")
                .replace(
                        "'c' || (i * 13 % 11)",
                        "CASE WHEN " + judged + " THEN 'new' || i ELSE 'c' || (i * 13 % 11) END")
                .replace("(i * 37 % 101) / 10.0", "CASE WHEN " + judged + " THEN NULL ELSE (i * 37 % 101) / 10.0 END");

        List<Fold> others = folds(prepare(changed).prepared());

        assertThat(others.getFirst().train().features()).isEqualTo(first.train().features());
        assertThat(others.getFirst().train().values()).isEqualTo(first.train().values());
        assertThat(others.getFirst().valid().values())
                .isNotEqualTo(first.valid().values());
        assertThat(others.get(1).train().features())
                .as("another fold learns from the changed rows")
                .isNotEqualTo(folds.get(1).train().features());
    }

    @Test
    void aLabelThatAFoldDoesNotKnowIsMissingInIt() {
        PreparedRef prepared = prepare(
                        ROWS.replace("'c' || (i * 13 % 11)", "CASE WHEN i = 7 THEN 'once' ELSE 'often' END"))
                .prepared();
        List<Fold> folds = folds(prepared);

        assertThat(folds.stream().filter(fold -> !names(fold).contains("colour")))
                .as("where the row is predicted, the column is constant")
                .hasSize(1);
    }

    @Test
    void foldsOfTimePredictFromThePastAlone() {
        PreparedRef prepared = datasets.prepare(
                        ROWS,
                        Configs.of("answer")
                                .split(new SplitConfig(SplitKind.TIME, "day", 0, 0))
                                .build(),
                        Task.BINARY)
                .prepared();

        for (Fold fold : folds(prepared)) {
            long last = Arrays.stream(fold.train().rowIds())
                    .map(row -> row * 37 % 200)
                    .max()
                    .orElseThrow();
            assertThat(Arrays.stream(fold.valid().rowIds()).map(row -> row * 37 % 200))
                    .allMatch(day -> day > last);
        }
        assertThat(prepared.validRows()).isBetween(prepared.trainRows() / 2 - 3, prepared.trainRows() / 2 + 3);
    }

    @Test
    void makesTheSameBytesAgain() {
        assertThat(prepare(ROWS)).isEqualTo(prepare(ROWS));
    }

    private PrepareResult prepare(String query) {
        return datasets.prepare(query, Configs.of("answer").build(), Task.BINARY);
    }

    private List<Fold> folds(PreparedRef prepared) {
        FoldsRef folds = Objects.requireNonNull(prepared.folds());
        return FoldsFile.read(datasets.environment().artifacts().read(folds.matrices()));
    }

    private static List<String> names(Fold fold) {
        return fold.train().features().stream().map(Feature::name).toList();
    }
}
