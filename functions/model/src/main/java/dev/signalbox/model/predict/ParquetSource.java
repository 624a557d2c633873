package dev.signalbox.model.predict;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.model.table.ParquetReader;
import dev.signalbox.model.table.ParquetRows;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of a Parquet file, each cell as text.
final class ParquetSource implements RowSource {
    private final ParquetReader reader;
    private final ParquetRows rows;
    private final int[] places;
    private final boolean[] typed;

    private ParquetSource(ParquetReader reader, ParquetRows rows, List<ColumnReading> wanted) {
        this.reader = reader;
        this.rows = rows;
        this.places = WantedColumns.places(wanted, rows.columns());
        this.typed = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            // A text in a column of texts is what it is; one in a column of numbers is what somebody wrote.
            typed[i] = !rows.isText(places[i]) || wanted.get(i).raw().type() == ColumnType.TEXT;
        }
    }

    /// Closes what it opened where the columns do not fit.
    static ParquetSource open(Path file, List<ColumnReading> wanted, DuckSettings settings) {
        ParquetReader reader = new ParquetReader(settings);
        try {
            ParquetRows rows = reader.rows(file);
            return new ParquetSource(reader, rows, wanted);
        } catch (StageFailure e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public @Nullable SourceRow next() {
        @Nullable String[] all = rows.next();
        if (all == null) {
            return null;
        }
        @Nullable String[] cells = new String[places.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = all[places[i]];
        }
        return new SourceRow(cells, typed, null);
    }

    @Override
    public void close() {
        rows.close();
        reader.close();
    }
}
