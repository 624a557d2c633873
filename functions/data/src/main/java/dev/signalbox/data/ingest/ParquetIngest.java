package dev.signalbox.data.ingest;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.data.duckdb.ColumnTypes;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.ParquetWriter;
import dev.signalbox.data.duckdb.Sql;
import dev.signalbox.data.ingest.source.Packing;
import dev.signalbox.data.ingest.source.PlainFile;
import dev.signalbox.runtime.value.ColumnPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Brings a Parquet file to one of ours: types are narrowed to our six, nested values become JSON, NaN
/// becomes missing.
final class ParquetIngest {
    private final DuckSession duck;
    private final RejectLog rejects;
    private final RetryChanges changes;

    ParquetIngest(DuckSession duck, RejectLog rejects, RetryChanges changes) {
        this.duck = duck;
        this.rejects = rejects;
        this.changes = changes;
    }

    Loaded load(PlainFile plain, Path target) {
        return guarded(plain, () -> {
            List<ParquetColumn> found = describe(plain);
            return copy(plain, changes.lenientParser() ? asText(found) : found, target);
        });
    }

    /// As another table has the columns.
    Loaded loadLike(PlainFile plain, List<Column> like, Path target) {
        return guarded(plain, () -> {
            List<ParquetColumn> found = describe(plain);
            int[] places = SameColumns.places(
                    plain.name(), found.stream().map(ParquetColumn::name).toList(), like);
            List<ParquetColumn> wanted = new ArrayList<>();
            for (int i = 0; i < places.length; i++) {
                ParquetColumn column = found.get(places[i]);
                wanted.add(new ParquetColumn(
                        column.source(),
                        column.sqlType(),
                        like.get(i).name(),
                        like.get(i).plan().type()));
            }
            return copy(plain, wanted, target);
        });
    }

    private List<ParquetColumn> describe(PlainFile plain) {
        List<List<String>> found = duck.query(
                "DESCRIBE FROM " + Sql.parquet(plain.file()), row -> List.of(row.getString(1), row.getString(2)));
        List<String> names =
                ColumnNames.unique(found.stream().map(List::getFirst).toList());
        List<ParquetColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String sqlType = found.get(i).get(1);
            columns.add(new ParquetColumn(found.get(i).getFirst(), sqlType, names.get(i), ColumnTypes.of(sqlType)));
        }
        return columns;
    }

    private Loaded copy(PlainFile plain, List<ParquetColumn> columns, Path target) {
        String place = Sql.identifier(freeName(columns));
        String source = "(SELECT *, row_number() OVER () AS " + place + " FROM " + Sql.parquet(plain.file()) + ")";
        String sample = changes.sampleFraction() >= 1
                ? "true"
                : "hash(" + place + ") / 18446744073709551616.0 < " + changes.sampleFraction();
        List<ParquetColumn> risky =
                columns.stream().filter(column -> !column.alwaysFits()).toList();
        String bad = risky.isEmpty()
                ? "false"
                : risky.stream()
                        .map(column -> "coalesce(" + column.bad() + ", false)")
                        .collect(Collectors.joining(" OR ", "(", ")"));
        String values = columns.stream().map(ParquetColumn::value).collect(Collectors.joining(", "));
        boolean whole = risky.isEmpty() && changes.sampleFraction() >= 1;
        String rows = whole ? Sql.parquet(plain.file()) : source + " WHERE " + sample + " AND NOT " + bad;
        long out = ParquetWriter.write(duck, "SELECT " + values + " FROM " + rows, target);
        long rejected =
                risky.isEmpty() ? 0 : reject(plain, source + " WHERE " + sample + " AND " + bad, place, columns, risky);
        if (out == 0) {
            throw noRows(plain, columns.size(), rejected);
        }
        List<Column> typed = columns.stream()
                .map(column -> new Column(column.name(), new ColumnPlan(column.type(), ~0, false, false, true)))
                .toList();
        String packing =
                plain.packing() == Packing.NONE ? "" : "; " + plain.packing().title();
        return new Loaded(target, typed, new RowCounts(out + rejected, out, rejected), "parquet" + packing + sampled());
    }

    private long reject(
            PlainFile plain, String rows, String place, List<ParquetColumn> columns, List<ParquetColumn> risky) {
        if (duck.count("SELECT count(*) FROM " + rows) == 0) {
            return 0;
        }
        String reasons = risky.stream()
                .map(column -> "WHEN coalesce(" + column.bad() + ", false) THEN " + column.reason())
                .collect(Collectors.joining(" ", "CASE ", " END"));
        String text = columns.stream()
                .map(column -> Sql.literal(column.name()) + ": " + column.quoted())
                .collect(Collectors.joining(", ", "CAST(to_json({", "}) AS VARCHAR)"));
        rejects.createTable();
        return duck.execute("INSERT INTO rejects SELECT " + Sql.literal(plain.name()) + ", " + place + ", " + reasons
                + ", " + text + " FROM " + rows);
    }

    private static String freeName(List<ParquetColumn> columns) {
        StringBuilder name = new StringBuilder("row_place");
        while (columns.stream().anyMatch(column -> column.source().equalsIgnoreCase(name.toString()))) {
            name.append('_');
        }
        return name.toString();
    }

    private static List<ParquetColumn> asText(List<ParquetColumn> found) {
        return found.stream()
                .map(column -> new ParquetColumn(column.source(), column.sqlType(), column.name(), ColumnType.TEXT))
                .toList();
    }

    private String sampled() {
        return changes.sampleFraction() >= 1 ? "" : "; a sample of " + changes.sampleFraction() + " of the rows";
    }

    private static DataQuality noRows(PlainFile plain, int columns, long rejected) {
        return new DataQuality(
                "The Parquet file " + plain.name() + " has " + columns + " columns and "
                        + (rejected == 0 ? "no rows" : rejected + " rows, none of which fits") + "; expected rows.",
                "Check the query or program that wrote it.");
    }

    private static Loaded guarded(PlainFile plain, Supplier<Loaded> work) {
        try {
            return work.get();
        } catch (InvalidInput e) {
            String found = StageFailure.messageOf(String.valueOf(e.getMessage()));
            if (!found.startsWith("DuckDB")) {
                throw e;
            }
            throw new InvalidInput(
                    "The Parquet file " + plain.name() + " is damaged or cut off (" + found + "); expected all of it.",
                    "Upload or download it again, and compare the sizes.",
                    e);
        }
    }
}
