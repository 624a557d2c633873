package dev.signalbox.data.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.stage.RepairRequest;
import dev.signalbox.contract.stage.RepairResult;
import dev.signalbox.data.ingest.Table;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairStageTest {
    private static final String EVIL = "x\"; DROP TABLE t; --";

    @TempDir
    Path folder;

    private TestEnvironment environment;

    @BeforeEach
    void open() {
        environment = new TestEnvironment(folder);
    }

    private DatasetRef dataset(String query) throws Exception {
        Path file = Table.write(folder.resolve("in.parquet"), query);
        Table table = Table.of(file);
        ArtifactRef ref = environment.artifacts().write("in", "d.parquet", "application/x", Files.readAllBytes(file));
        return new DatasetRef(ref, table.rows().size(), table.columns().size());
    }

    private RepairResult repair(DatasetRef dataset, @Nullable DatasetRef holdout, Repair... repairs) throws Exception {
        Path any = Files.writeString(folder.resolve("any.csv"), "a\n1\n");
        return new RepairStage(environment.stage())
                .run(
                        new RepairRequest(
                                environment.run(PipelineConfig.of("p", "y"), any), dataset, holdout, List.of(repairs)),
                        "runs/run-1/repair");
    }

    private List<List<String>> rows(String query, Repair... repairs) throws Exception {
        return Table.of(repair(dataset(query), null, repairs).dataset().table()).rows();
    }

    private void refuses(Repair repair, String query, String... parts) {
        assertThatThrownBy(() -> repair(dataset(query), null, repair))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void namesTheNearestOfUnknownColumns() {
        refuses(
                new Repair.DropColumn("prize"),
                "SELECT 1 AS rooms, 2 AS price",
                "no column 'prize' to repair; the nearest is 'price'",
                "Use one of: rooms, price");
    }

    @Test
    void refusesToDropTheLastColumnOrToTakeANameTwice() {
        refuses(new Repair.DropColumn("a"), "SELECT 1 AS a", "is the only one left");
        refuses(new Repair.RenameColumn("a", "B"), "SELECT 1 AS a, 2 AS b", "has a column 'B' already");
        refuses(new Repair.ClipOutliers("a", 0, 1), "SELECT 'x' AS a", "is text; expected numbers to clip");
    }

    @Test
    void carriesOnHowManyRowsWereSetAside() throws Exception {
        DatasetRef plain = dataset("SELECT 1 AS a, 2 AS b");
        DatasetRef dataset = new DatasetRef(plain.table(), 1, 2, 3L, null);
        DatasetRef holdout = new DatasetRef(plain.table(), 1, 2, 5L, null);

        RepairResult found = repair(dataset, holdout, new Repair.DropColumn("a"));

        assertThat(found.dataset().rejectedRows()).isEqualTo(3);
        assertThat(found.holdout())
                .isNotNull()
                .extracting(DatasetRef::rejectedRows)
                .isEqualTo(5L);
    }

    @Test
    void namesAndLabelsAreNeverExecuted() throws Exception {
        String query = "SELECT 'v' AS \"" + EVIL.replace("\"", "\"\"") + "\", 1 AS b";
        TreeMap<String, String> labels = new TreeMap<>();
        labels.put("v", "w'); DROP TABLE t; --");
        assertThat(rows(
                        query,
                        new Repair.MapLabels(EVIL, labels),
                        new Repair.RenameColumn(EVIL, EVIL + "'"),
                        new Repair.DropRows(EVIL + "'", RowCondition.IN, List.of("'); --"))))
                .containsExactly(List.of("w'); DROP TABLE t; --", "1"));
    }

    @Test
    void keepsTheOrderOfManyRowsWithoutTheirDuplicates() throws Exception {
        RepairResult found = repair(
                dataset("SELECT (i * 7919) % 50000 AS n FROM range(100000) t(i)"), null, new Repair.DropDuplicates());
        assertThat(found.effects().getFirst().removedRows()).isEqualTo(50_000);
        List<String> numbers = Table.of(found.dataset().table()).column(0);
        for (int i = 0; i < 50_000; i++) {
            assertThat(numbers.get(i)).isEqualTo(Long.toString(i * 7919L % 50000));
        }
    }

    @Test
    void parsesAsIngestDoes() throws Exception {
        String texts = "FROM (VALUES ('1.234,5'), ('-'), ('7'), ('x'), (NULL)) t(a)";
        assertThat(rows(texts, new Repair.ParseAs("a", ColumnType.NUMBER)))
                .containsExactly(List.of("1234.5"), List.of("null"), List.of("7.0"), List.of("null"), List.of("null"));
        assertThat(rows("FROM (VALUES ('1.5'), ('2.0'), ('007')) t(a)", new Repair.ParseAs("a", ColumnType.INTEGER)))
                .containsExactly(List.of("null"), List.of("2"), List.of("7"));
        assertThat(rows("FROM (VALUES ('yes'), ('No'), ('1')) t(a)", new Repair.ParseAs("a", ColumnType.BOOLEAN)))
                .containsExactly(List.of("true"), List.of("false"), List.of("true"));
        assertThat(rows("FROM (VALUES ('31.12.2020'), ('01.02.2020')) t(a)", new Repair.ParseAs("a", ColumnType.DATE)))
                .containsExactly(List.of("2020-12-31"), List.of("2020-02-01"));
        assertThat(rows("FROM (VALUES (1), (2)) t(a)", new Repair.ParseAs("a", ColumnType.TEXT), one("1", "one")))
                .containsExactly(List.of("one"), List.of("2"));
    }

    private static Repair one(String from, String to) {
        TreeMap<String, String> labels = new TreeMap<>();
        labels.put(from, to);
        return new Repair.MapLabels("a", labels);
    }

    @Test
    void mapsLabelsOfNumbersAndToMissing() throws Exception {
        RepairResult typed = repair(dataset("FROM (VALUES (1), (99), (NULL)) t(a)"), null, one("99", ""));
        assertThat(Table.of(typed.dataset().table()))
                .isEqualTo(new Table(List.of("a:BIGINT"), List.of(List.of("1"), List.of("null"), List.of("null"))));
        assertThat(typed.effects().getFirst().changedCells()).isEqualTo(1);
        assertThat(rows("FROM (VALUES (1), (0)) t(a)", one("1", "yes"))).containsExactly(List.of("yes"), List.of("0"));
    }

    @Test
    void clipsWholeNumbersToWholeNumbers() throws Exception {
        assertThat(rows("FROM (VALUES (1), (50), (-3), (NULL)) t(a)", new Repair.ClipOutliers("a", 0.5, 10.5)))
                .containsExactly(List.of("1"), List.of("10"), List.of("1"), List.of("null"));
    }

    @Test
    void repairsTheColumnsOfAHoldoutAndKeepsItsRows() throws Exception {
        DatasetRef table = dataset("FROM (VALUES ('1', 'a'), ('1', 'a'), (NULL, 'b')) t(n, c)");
        DatasetRef holdout = dataset("FROM (VALUES ('2', 'a'), ('2', 'a'), (NULL, 'b'), ('x', 'a')) t(n, c)");
        RepairResult found = repair(
                table,
                holdout,
                new Repair.DropDuplicates(),
                new Repair.DropRows("n", RowCondition.MISSING, List.of()),
                new Repair.ParseAs("n", ColumnType.INTEGER),
                new Repair.RenameColumn("c", "class"));
        assertThat(Table.of(found.dataset().table()).rows()).containsExactly(List.of("1", "a"));
        Table kept = Table.of(Objects.requireNonNull(found.holdout()).table());
        assertThat(kept.columns()).containsExactly("n:BIGINT", "class:VARCHAR");
        assertThat(kept.rows())
                .containsExactly(List.of("2", "a"), List.of("2", "a"), List.of("null", "b"), List.of("null", "a"));
        assertThat(found.effects().get(2).changedCells())
                .as("of the dataset alone")
                .isZero();
    }

    @Test
    void refusesToLeaveNothing() {
        assertThatThrownBy(() -> repair(
                        dataset("SELECT 'a' AS a"), null, new Repair.DropRows("a", RowCondition.IN, List.of("a"))))
                .isInstanceOf(DataQuality.class)
                .hasMessageContaining("leave no row");
    }

    @Test
    void theSameRepairsGiveTheSameBytes() throws Exception {
        DatasetRef table = dataset("SELECT i % 1000 AS a, 'v' || i % 7 AS b FROM range(300000) t(i)");
        Repair[] repairs = {new Repair.DropDuplicates(), new Repair.ClipOutliers("a", 3, 900)};
        assertThat(repair(table, null, repairs).dataset())
                .isEqualTo(repair(table, null, repairs).dataset());
    }
}
