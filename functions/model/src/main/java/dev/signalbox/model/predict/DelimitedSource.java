package dev.signalbox.model.predict;

import dev.signalbox.contract.reading.ColumnReading;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of a CSV or TSV file with a header, in the dialect in which the header has most of the wanted
/// columns. A row with more or fewer fields than the header is not scored; empty lines are no rows.
final class DelimitedSource implements RowSource {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private static final int MOST_FIELDS = 1_000_000;

    private final DelimitedRecords records;
    private final int width;
    private final int[] places;
    private final boolean[] typed;

    private DelimitedSource(DelimitedRecords records, int width, int[] places) {
        this.records = records;
        this.width = width;
        this.places = places;
        this.typed = new boolean[places.length];
    }

    /// Opens the text.
    ///
    /// @param start of the text, with its first line
    static DelimitedSource open(Reader reader, String start, List<ColumnReading> wanted) throws IOException {
        DelimitedRecords records = new DelimitedRecords(reader, delimiter(start, wanted));
        List<String> header = names(records);
        return new DelimitedSource(records, header.size(), WantedColumns.places(wanted, header));
    }

    @Override
    public @Nullable SourceRow next() {
        try {
            List<String> fields = records.next();
            while (fields != null && isBlank(fields)) {
                fields = records.next();
            }
            return fields == null ? null : row(fields);
        } catch (IOException e) {
            throw RowSources.unreadable(e);
        }
    }

    private boolean isBlank(List<String> fields) {
        return width > 1 && fields.size() == 1 && fields.getFirst().isBlank();
    }

    private SourceRow row(List<String> fields) {
        if (records.isUnclosed()) {
            return SourceRow.broken("a quoted field does not end");
        }
        if (fields.size() != width) {
            return SourceRow.broken("the row has " + fields.size() + " fields; expected " + width);
        }
        @Nullable String[] cells = new String[places.length];
        for (int i = 0; i < cells.length; i++) {
            String cell = fields.get(places[i]);
            cells[i] = cell.isEmpty() ? null : cell;
        }
        return new SourceRow(cells, typed, null);
    }

    private static char delimiter(String start, List<ColumnReading> wanted) throws IOException {
        char best = DELIMITERS[0];
        long most = -1;
        for (char delimiter : DELIMITERS) {
            List<String> header = names(new DelimitedRecords(new StringReader(start), delimiter));
            long known = wanted.stream()
                    .filter(column -> WantedColumns.place(column, header) >= 0)
                    .count();
            // Where no column is known, the most fields make the best message about it.
            long score = known * MOST_FIELDS + Math.min(header.size(), MOST_FIELDS - 1);
            if (score > most) {
                best = delimiter;
                most = score;
            }
        }
        return best;
    }

    private static List<String> names(DelimitedRecords records) throws IOException {
        List<String> header = records.next();
        return header == null
                ? List.of()
                : header.stream().map(DelimitedSource::name).toList();
    }

    private static String name(String field) {
        return (field.startsWith("\ufeff") ? field.substring(1) : field).strip();
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw RowSources.unreadable(e);
        }
    }
}
