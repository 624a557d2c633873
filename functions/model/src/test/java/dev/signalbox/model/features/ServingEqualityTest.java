package dev.signalbox.model.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.contract.reading.ValueReading;
import dev.signalbox.contract.stage.PrepareRequest;
import dev.signalbox.contract.stage.PrepareResult;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.ParquetReader;
import dev.signalbox.model.table.ParquetRows;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TextColumn;
import dev.signalbox.model.testing.Configs;
import dev.signalbox.model.testing.Datasets;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A row is the same numbers, bit for bit, whether it is learned from or scored.
class ServingEqualityTest {
    private static final String ROWS =
            "SELECT CASE WHEN i % 9 > 0 THEN i * 0.1 + 1e-7 END AS real, (i * 7) % 13 AS whole, "
                    + "(i * 1.1)::FLOAT AS small, i % 3 = 0 AS flag, CASE WHEN i % 8 > 0 THEN 'lab el,\"' || i % 5 END AS label, "
                    + "DATE '1999-12-30' + (i * 3)::INTEGER AS day, TIMESTAMP '2024-02-28 23:59:58.123456' + INTERVAL (i * 7777777) SECOND AS moment, "
                    + "'note number ' || i || ' about ' || ['cats', 'dogs'][1 + i % 2] AS note, "
                    + "'Jun ' || (1 + i % 28) || ' ' || (1990 + i % 20) AS written, (i * 31 % 7) % 2 AS y FROM range(600) t(i)";

    @Test
    void encodesParquetAsTextAsItWasTrained(@TempDir Path folder) {
        Datasets datasets = new Datasets(folder);
        var config = Configs.of("y").build();
        DatasetRef dataset = datasets.dataset(ROWS);
        PrepareResult result = datasets.prepare(
                new PrepareRequest(datasets.run(config), dataset, null, datasets.profile(ROWS, "y", Task.BINARY), null),
                config);
        RowEncoder encoder = new RowEncoder(datasets.features(result));
        List<float[]> served = served(encoder, datasets, dataset, folder);

        assertThat(encoder.sources())
                .containsExactly("real", "whole", "small", "flag", "label", "day", "moment", "note", "written");
        for (var ref : List.of(
                result.prepared().train(),
                result.prepared().valid(),
                result.prepared().holdout())) {
            Matrix matrix = datasets.matrix(ref);
            for (int row = 0; row < matrix.rows(); row++) {
                assertThat(bits(served.get((int) matrix.rowIds()[row]))).isEqualTo(bits(row(matrix, row)));
            }
        }
    }

    @Property(tries = 60)
    void encodesAnyTextAndNumberAsItWasTrained(
            @ForAll @Size(min = 12, max = 40) List<Double> numbers,
            @ForAll @Size(min = 2, max = 12) @UniqueElements List<@StringLength(min = 1, max = 8) String> labels,
            @ForAll @Size(min = 12, max = 12) List<@IntRange(min = -1_000_000_000) Integer> minutes)
            throws Exception {
        int rows = numbers.size();
        double[] values = numbers.stream().mapToDouble(value -> value).toArray();
        double[] moments = IntStream.range(0, rows)
                .mapToDouble(i -> minutes.get(i % 12) * 60.0 + i)
                .toArray();
        int[] codes = IntStream.range(0, rows).map(i -> i % labels.size()).toArray();
        Table table = new Table(
                List.of(
                        new NumberColumn("n", ColumnType.NUMBER, values),
                        new NumberColumn("t", ColumnType.TIMESTAMP, moments),
                        new TextColumn("c", codes, labels)),
                IntStream.range(0, rows).asLongStream().toArray());
        int[] all = IntStream.range(0, rows).toArray();
        Fitting fitting = FeatureFitter.fit(table, Arrays.copyOf(all, rows / 2));
        FittedFeatures saved = saved(new FittedFeatures(
                1, Task.REGRESSION, "y", List.of(), fitting.columns(), fitting.dropped(), readings(table, fitting)));
        RowEncoder encoder = new RowEncoder(saved);
        Matrix trained = encoder.encode(table, all, new double[0]);

        for (int row = 0; row < rows; row++) {
            @Nullable String[] cells = new String[encoder.sources().size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = switch (encoder.sources().get(i)) {
                    case "n" -> Double.toString(values[row]);
                    case "t" ->
                        LocalDateTime.ofEpochSecond((long) moments[row], 0, ZoneOffset.UTC)
                                .toString();
                    default -> labels.get(codes[row]);
                };
            }
            float[] served = new float[encoder.features().size()];
            boolean[] typed = new boolean[cells.length];
            Arrays.fill(typed, true);
            String reason = encoder.encode(cells, typed, served, 0);
            assertThat(reason).isNull();
            assertThat(bits(served)).isEqualTo(bits(row(trained, row)));
        }
    }

    private static List<float[]> served(RowEncoder encoder, Datasets datasets, DatasetRef dataset, Path folder) {
        Path file = datasets.environment().artifacts().localFile(dataset.table(), folder);
        List<float[]> served = new ArrayList<>();
        try (ParquetReader reader = new ParquetReader(new DuckSettings(2, 256, folder.resolve("duckdb")));
                ParquetRows rows = reader.rows(file)) {
            for (String[] all = rows.next(); all != null; all = rows.next()) {
                String[] cells = new String[encoder.sources().size()];
                boolean[] typed = new boolean[cells.length];
                for (int i = 0; i < cells.length; i++) {
                    int place = rows.columns().indexOf(encoder.sources().get(i));
                    cells[i] = all[place];
                    typed[i] = true;
                }
                float[] out = new float[encoder.features().size()];
                assertThat(encoder.encode(cells, typed, out, 0)).isNull();
                served.add(out);
            }
        }
        return served;
    }

    private static List<ColumnReading> readings(Table table, Fitting fitting) {
        return fitting.columns().stream()
                .map(column -> table.column(column.source()).orElseThrow())
                .map(column -> ColumnReading.of(column.name(), ValueReading.of(column.type())))
                .toList();
    }

    private static FittedFeatures saved(FittedFeatures features) throws Exception {
        FittedFeatures read =
                ContractJson.STRICT.readValue(ContractJson.LENIENT.writeValueAsBytes(features), FittedFeatures.class);
        assertThat(read).isEqualTo(features);
        return read;
    }

    private static float[] row(Matrix matrix, int row) {
        int width = matrix.features().size();
        return Arrays.copyOfRange(matrix.values(), row * width, (row + 1) * width);
    }

    private static int[] bits(float[] values) {
        return IntStream.range(0, values.length)
                .map(i -> Float.floatToIntBits(values[i]))
                .toArray();
    }
}
