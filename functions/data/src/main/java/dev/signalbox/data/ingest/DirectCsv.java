package dev.signalbox.data.ingest;

import dev.signalbox.data.duckdb.ColumnTypes;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.ParquetWriter;
import dev.signalbox.data.duckdb.Sql;
import dev.signalbox.data.ingest.record.PlainCsv;
import dev.signalbox.runtime.value.MissingWords;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Copies a plain delimited file with DuckDB's own parallel reader, with nothing left for it to guess.
final class DirectCsv {
    private DirectCsv() {}

    /// Copies all records.
    ///
    /// @return rows written
    static long copy(DuckSession duck, PlainCsv csv, List<Column> columns, Path target) {
        return ParquetWriter.write(duck, "FROM " + reader(csv, columns), target);
    }

    private static String reader(PlainCsv csv, List<Column> columns) {
        String types = columns.stream()
                .map(column -> Sql.literal(column.name()) + ": "
                        + Sql.literal(ColumnTypes.sql(column.plan().type())))
                .collect(Collectors.joining(", ", "{", "}"));
        String quote = csv.quote() == 0 ? "''" : Sql.literal(String.valueOf(csv.quote()));
        return "read_csv(" + Sql.file(csv.file()) + ", auto_detect = false, header = false, skip = "
                + csv.skippedLines() + ", columns = " + types + ", delim = "
                + Sql.literal(String.valueOf(csv.delimiter())) + ", quote = " + quote + ", escape = " + quote
                + ", nullstr = " + Sql.literals(MissingWords.USUAL)
                + ", strict_mode = true, null_padding = false, ignore_errors = false, compression = 'none')";
    }
}
