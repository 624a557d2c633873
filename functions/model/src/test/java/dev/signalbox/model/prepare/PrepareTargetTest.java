package dev.signalbox.model.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.stage.PrepareRequest;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.testing.Configs;
import dev.signalbox.model.testing.Datasets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareTargetTest {
    private static final String ROWS = "SELECT i % 7 AS size, (i * 37 % 101) / 10.0 AS weight, "
            + "['red', 'green', 'blue'][1 + i % 3] AS colour, i % 5 = 0 AS fresh, "
            + "CASE WHEN i % 4 = 0 THEN 'yes' ELSE 'no' END AS answer FROM range(400) t(i)";

    private Datasets datasets;

    @BeforeEach
    void open(@TempDir Path folder) {
        datasets = new Datasets(folder);
    }

    @Test
    void leavesOutRowsWithoutATargetAndCountsThem() {
        PreparedRef prepared = datasets.prepare(
                        "SELECT i AS a, i * i % 17 AS b, CASE WHEN i % 10 < 9 THEN i * 2.0 END AS y FROM range(200) t(i)",
                        Configs.of("y").build(), Task.REGRESSION)
                .prepared();

        assertThat(prepared.trainRows() + prepared.holdoutRows()).isEqualTo(180);
        assertThat(prepared.unlabelledRows()).isEqualTo(20);
        assertThat(prepared.classes()).isEmpty();
    }

    @Test
    void makesTheRarerLabelPositive() {
        assertThat(datasets.prepare(ROWS, Configs.of("answer").build(), Task.BINARY)
                        .prepared()
                        .classes())
                .containsExactly("no", "yes");
        String swapped = ROWS.replace("'yes'", "'x'").replace("'no'", "'yes'").replace("'x'", "'no'");
        assertThat(datasets.prepare(swapped, Configs.of("answer").build(), Task.BINARY)
                        .prepared()
                        .classes())
                .containsExactly("yes", "no");
    }

    @Test
    void takesTheConfiguredPositiveLabel() {
        assertThat(datasets.prepare(ROWS, Configs.of("answer").positive("no").build(), Task.BINARY)
                        .prepared()
                        .classes())
                .containsExactly("yes", "no");
        assertThatThrownBy(() -> datasets.prepare(
                        ROWS, Configs.of("answer").positive("maybe").build(), Task.BINARY))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'maybe'")
                .hasMessageContaining("no and yes");
    }

    @Test
    void writesWholeNumbersThatBecameRealAsWhole() {
        assertThat(datasets.prepare(
                                "SELECT i % 7 AS a, i % 11 AS b, (i % 2)::DOUBLE AS y FROM range(100) t(i)",
                                Configs.of("y").build(), Task.BINARY)
                        .prepared()
                        .classes())
                .containsExactly("0", "1");
    }

    @Test
    void sortsClassesOfAnyScript() {
        PreparedRef prepared = datasets.prepare(
                        "SELECT i % 7 AS a, i * 13 % 11 AS b, ['北', 'Zürich', '🐧 x', 'ä\"{}'][1 + i % 4] AS y "
                                + "FROM range(200) t(i)",
                        Configs.of("y").build(), Task.MULTICLASS)
                .prepared();

        assertThat(prepared.classes()).containsExactly("Zürich", "ä\"{}", "北", "🐧 x");
        assertThat(prepared.task()).isEqualTo(Task.MULTICLASS);
    }

    @Test
    void replacesTheHoldoutByTheOneThatTheUserBrings() {
        String brought = "SELECT i % 7 AS weight, 'red' AS colour, i % 5 AS size, 'true' AS fresh, "
                + "CASE WHEN i % 2 = 0 THEN 'yes' ELSE 'no' END AS answer, 1 AS extra FROM range(30) t(i)";
        var config = Configs.of("answer").build();
        PreparedRef prepared = datasets.prepare(
                        new PrepareRequest(
                                datasets.run(config),
                                datasets.dataset(ROWS),
                                datasets.dataset(brought),
                                datasets.profile(ROWS, "answer", Task.BINARY),
                                null),
                        config)
                .prepared();

        assertThat(prepared.trainRows()).as("nothing is held out of it").isEqualTo(400);
        assertThat(prepared.unlabelledRows()).isZero();
        assertThat(prepared.holdoutRows()).isEqualTo(30);
        Matrix holdout = datasets.matrix(prepared.holdout());
        assertThat(holdout.target()[0]).isEqualTo(1);
        assertThat(holdout.features())
                .isEqualTo(datasets.matrix(prepared.train()).features());
    }

    @Test
    void refusesABroughtHoldoutWithAnUnknownClassOrWithoutAColumn() {
        var config = Configs.of("answer").build();
        assertThatThrownBy(() -> datasets.prepare(
                        brought(config, "SELECT *, 1 FROM (" + ROWS.replace("'yes'", "'oui'") + ")"), config))
                .isInstanceOf(DataQuality.class)
                .hasMessageContaining("'oui'");
        assertThatThrownBy(() -> datasets.prepare(brought(config, "SELECT size, answer FROM (" + ROWS + ")"), config))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("weight");
    }

    private PrepareRequest brought(PipelineConfig config, String holdout) {
        return new PrepareRequest(
                datasets.run(config),
                datasets.dataset(ROWS),
                datasets.dataset(holdout),
                datasets.profile(ROWS, "answer", Task.BINARY),
                null);
    }

    @Test
    void namesTheNearestColumnWhereTheTargetIsNotThere() {
        assertThatThrownBy(() -> datasets.prepare(ROWS, Configs.of("anwser").build(), Task.BINARY))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no column 'anwser'")
                .hasMessageContaining("Did you mean 'answer'?")
                .hasMessageContaining("size, weight, colour, fresh, answer");
    }

    @Test
    void refusesTargetsThatCannotBeLearned() {
        refused("SELECT i AS a, 'one' AS y FROM range(100) t(i)", Task.BINARY, "same value in every row");
        refused("SELECT i AS a, NULL::VARCHAR AS y FROM range(100) t(i)", Task.BINARY, "no value in any of 100 rows");
        refused("SELECT i AS a, i % 2 AS y FROM range(15) t(i)", Task.BINARY, "15 rows have a value");
        refused("SELECT i AS a, 'x' || i AS y FROM range(100) t(i)", Task.REGRESSION, "expected numbers");
        refused("SELECT i AS a, 'x' || i AS y FROM range(900) t(i)", Task.MULTICLASS, "900 classes");
        refused(
                "SELECT i AS a, CASE WHEN i < 2 THEN 'rare' WHEN i < 50 THEN 'b' ELSE 'c' END AS y FROM range(100) t(i)",
                Task.MULTICLASS,
                "'rare' (2)");
    }

    private void refused(String query, Task task, String message) {
        assertThatThrownBy(() -> datasets.prepare(query, Configs.of("y").build(), task))
                .isInstanceOf(DataQuality.class)
                .hasMessageContaining(message)
                .hasMessageContaining("Hint: ");
    }

    @Test
    void refusesABinaryTaskWithThreeClasses() {
        assertThatThrownBy(() -> datasets.prepare(
                        "SELECT i % 7 AS a, i % 3 AS y FROM range(100) t(i)",
                        Configs.of("y").task(Task.BINARY).build()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("3 classes");
    }
}
