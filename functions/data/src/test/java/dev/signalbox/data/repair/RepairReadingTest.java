package dev.signalbox.data.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.contract.reading.ColumnRepair;
import dev.signalbox.contract.reading.DateOrder;
import dev.signalbox.contract.reading.TableReading;
import dev.signalbox.contract.reading.ValueReading;
import dev.signalbox.contract.stage.IngestRequest;
import dev.signalbox.contract.stage.IngestResult;
import dev.signalbox.contract.stage.RepairRequest;
import dev.signalbox.contract.stage.RepairResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.data.ingest.IngestStage;
import dev.signalbox.data.ingest.Table;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a column is written down, from its raw text on, so that rows to be scored go the same way.
class RepairReadingTest {
    private static final String ROWS = """
            Mass;day;code;note;leak
            1.234,5;03.02.2024;99;x;1
            2,5;04.02.2024;1;12;2
            -1,0;25.12.2024;2;7,5;3
            """;

    @TempDir
    Path folder;

    private TestEnvironment environment;

    @BeforeEach
    void open() {
        environment = new TestEnvironment(folder);
    }

    @Test
    void ingestTellsHowItReadEachColumn() throws IOException {
        TableReading reading = reading(ingest(ROWS).dataset());

        assertThat(reading.dropped()).isEmpty();
        assertThat(reading.columns())
                .containsExactly(
                        ColumnReading.of("Mass", new ValueReading(ColumnType.NUMBER, true, DateOrder.UNAMBIGUOUS)),
                        ColumnReading.of("day", new ValueReading(ColumnType.DATE, false, DateOrder.DAY_FIRST)),
                        ColumnReading.of("code", ValueReading.of(ColumnType.INTEGER)),
                        ColumnReading.of("note", ValueReading.of(ColumnType.TEXT)),
                        ColumnReading.of("leak", ValueReading.of(ColumnType.INTEGER)));
    }

    @Test
    void roundsOfRepairAddUpInTheirOrderWithEveryBoundMadeExplicit() throws IOException {
        RepairResult first = repair(
                ingest(ROWS).dataset(),
                new Repair.DropColumn("leak"),
                new Repair.RenameColumn("Mass", "mass"),
                new Repair.ParseAs("note", ColumnType.NUMBER),
                new Repair.DropDuplicates());
        RepairResult second = repair(
                first.dataset(),
                new Repair.ClipOutliers("mass", 0, 1_000),
                new Repair.ClipOutliers("code", 0.5, 10.5),
                new Repair.MapLabels("code", labels("10", "")),
                new Repair.DropRows("note", RowCondition.MISSING, List.of()));
        TableReading reading = reading(second.dataset());

        assertThat(reading.dropped()).containsExactly("leak");
        assertThat(reading.columns()).extracting(ColumnReading::column).containsExactly("mass", "day", "code", "note");
        assertThat(reading.columns().getFirst().rawNames()).containsExactly("Mass", "mass");
        assertThat(repairs(reading, "mass")).containsExactly(new ColumnRepair.Clipped(0, 1_000));
        assertThat(repairs(reading, "day")).isEmpty();
        assertThat(repairs(reading, "code"))
                .containsExactly(
                        new ColumnRepair.Clipped(1, 10), new ColumnRepair.Mapped(labels("10", ""), ColumnType.INTEGER));
        assertThat(repairs(reading, "note"))
                .containsExactly(
                        new ColumnRepair.Parsed(new ValueReading(ColumnType.NUMBER, true, DateOrder.UNAMBIGUOUS)));
    }

    @Test
    void aNameThatAnotherRawColumnHadIsNoOtherNameOfTheRenamedOne() throws IOException {
        RepairResult result =
                repair(ingest(ROWS).dataset(), new Repair.DropColumn("leak"), new Repair.RenameColumn("code", "leak"));

        assertThat(reading(result.dataset()).column("leak").orElseThrow().rawNames())
                .containsExactly("code");
    }

    @Test
    void wantedLabelsOfATypedColumnBecomeValuesOfIt() throws IOException {
        RepairResult result = repair(
                ingest(ROWS).dataset(),
                new Repair.MapLabels("Mass", labels("-1.0", "1,5")),
                new Repair.MapLabels("day", labels("2024-12-25", "26.12.2024")),
                new Repair.MapLabels("code", labels("99", "unknown")));
        TableReading reading = reading(result.dataset());

        assertThat(Table.of(result.dataset().table()).rows())
                .containsExactly(
                        List.of("1234.5", "2024-02-03", "unknown", "x", "1"),
                        List.of("2.5", "2024-02-04", "1", "12", "2"),
                        List.of("1.5", "2024-12-26", "2", "7,5", "3"));
        assertThat(repairs(reading, "Mass"))
                .containsExactly(new ColumnRepair.Mapped(labels("-1.0", "1.5"), ColumnType.NUMBER));
        assertThat(repairs(reading, "day"))
                .containsExactly(new ColumnRepair.Mapped(labels("2024-12-25", "2024-12-26"), ColumnType.DATE));
        assertThat(repairs(reading, "code"))
                .containsExactly(new ColumnRepair.Mapped(labels("99", "unknown"), ColumnType.TEXT));
    }

    @Test
    void theDatasetAloneSaysHowTextIsParsed() throws IOException {
        Path holdout = Files.writeString(folder.resolve("holdout.csv"), "when,y\nsoon,1\n12/25/2024,1\n02/03/2024,0\n");
        IngestResult ingested = ingest("when,y\nsoon,1\n25/12/2024,0\nlate,1\n02/03/2024,0\n", holdout);

        RepairResult result = repair(ingested, new Repair.ParseAs("when", ColumnType.DATE));

        assertThat(repairs(reading(result.dataset()), "when"))
                .containsExactly(
                        new ColumnRepair.Parsed(new ValueReading(ColumnType.DATE, false, DateOrder.DAY_FIRST)));
        assertThat(Table.of(Objects.requireNonNull(result.holdout()).table()).rows())
                .containsExactly(List.of("null", "1"), List.of("null", "1"), List.of("2024-03-02", "0"));
    }

    @Test
    void aHoldoutThatCouldBeReadEitherWayIsReadAsTheDatasetIs() throws IOException {
        Path holdout = Files.writeString(folder.resolve("holdout.csv"), "day;size;y\n02/03/2024;1,234;1\n");
        IngestResult ingested = ingest("day;size;y\n25/12/2024;1,5;1\n02/03/2024;2,5;0\n", holdout);

        assertThat(Table.of(Objects.requireNonNull(ingested.holdout()).table()).rows())
                .containsExactly(List.of("2024-03-02", "1.234", "1"));
        assertThat(ingested.holdout().reading()).isNull();
    }

    private IngestResult ingest(String rows) throws IOException {
        return ingest(rows, null);
    }

    private IngestResult ingest(String rows, @Nullable Path holdout) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), rows);
        SourceRef second =
                holdout == null ? null : SourceRef.unpinned(holdout.toUri().toString());
        return new IngestStage(environment.stage())
                .run(
                        new IngestRequest(run(), SourceRef.unpinned(file.toUri().toString()), second, null),
                        "runs/run-1/ingest");
    }

    private RepairResult repair(DatasetRef dataset, Repair... repairs) throws IOException {
        return repair(dataset, null, repairs);
    }

    private RepairResult repair(IngestResult ingested, Repair... repairs) throws IOException {
        return repair(ingested.dataset(), ingested.holdout(), repairs);
    }

    private RepairResult repair(DatasetRef dataset, @Nullable DatasetRef holdout, Repair... repairs)
            throws IOException {
        return new RepairStage(environment.stage())
                .run(new RepairRequest(run(), dataset, holdout, List.of(repairs)), "runs/run-1/repair");
    }

    private RunRef run() throws IOException {
        return environment.run(PipelineConfig.of("p", "y"), Files.writeString(folder.resolve("any.csv"), "a\n1\n"));
    }

    private TableReading reading(DatasetRef dataset) {
        ArtifactRef reading = Objects.requireNonNull(dataset.reading());
        return new Documents(environment.artifacts()).read(reading, TableReading.class);
    }

    private static List<ColumnRepair> repairs(TableReading reading, String column) {
        return reading.column(column).orElseThrow().repairs();
    }

    private static TreeMap<String, String> labels(String from, String to) {
        return new TreeMap<>(Map.of(from, to));
    }
}
