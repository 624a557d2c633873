package dev.signalbox.data.repair;

import dev.signalbox.contract.Nearest;
import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.data.duckdb.ColumnTypes;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.ParquetWriter;
import dev.signalbox.data.duckdb.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A dataset under repair: a chain of views over its file, each a repair further. Nothing is computed twice
/// but what is counted, and nothing is held in memory; the last view is written.
final class RepairTable {
    private final DuckSession duck;
    private final String prefix;
    private final String place;
    private List<TableColumn> columns;
    private int step;

    /// @param prefix of the views' names, unique in the session
    RepairTable(DuckSession duck, String prefix, Path file) {
        this.duck = duck;
        this.prefix = prefix;
        this.columns = duck.query(
                "DESCRIBE FROM " + Sql.parquet(file),
                row -> new TableColumn(row.getString(1), ColumnTypes.of(row.getString(2))));
        this.place = freeName();
        duck.execute("CREATE VIEW " + view() + " AS SELECT *, row_number() OVER () AS " + Sql.identifier(place)
                + " FROM " + Sql.parquet(file));
    }

    /// A name for the rows' places that no column has.
    private String freeName() {
        StringBuilder name = new StringBuilder("row_place");
        while (has(name.toString())) {
            name.append('_');
        }
        return name.toString();
    }

    private String view() {
        return prefix + step;
    }

    List<String> names() {
        return columns.stream().map(TableColumn::name).toList();
    }

    int width() {
        return columns.size();
    }

    /// Whether there is such a column, case ignored.
    boolean has(String name) {
        return columns.stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
    }

    /// The column of that very name.
    ///
    /// Raises [InvalidInput] that names the nearest of those that are there.
    TableColumn column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "The dataset has no column '" + name + "' to repair"
                                + Nearest.to(name, names())
                                        .map(own -> "; the nearest is '" + own + "'.")
                                        .orElse("."),
                        "Use one of: " + names().stream().limit(20).collect(Collectors.joining(", ")) + "."));
    }

    /// The number of rows that a condition holds for.
    long count(String condition) {
        return duck.count("SELECT count(*) FROM " + view() + " WHERE " + condition);
    }

    /// The number of rows.
    long rows() {
        return duck.count("SELECT count(*) FROM " + view());
    }

    /// The number of rows that differ from each other.
    long distinctRows() {
        return duck.count(
                "SELECT count(*) FROM (SELECT DISTINCT " + Sql.identifiers(names()) + " FROM " + view() + ")");
    }

    /// The values of a column as text, each once, in order.
    List<String> distinctTexts(TableColumn column) {
        String text = "CAST(" + Sql.identifier(column.name()) + " AS VARCHAR)";
        return duck.query(
                "SELECT DISTINCT " + text + " AS t FROM " + view() + " WHERE t IS NOT NULL ORDER BY t",
                row -> row.getString(1));
    }

    /// The next view with other columns.
    ///
    /// @param next names and types
    /// @param values the SQL of each
    void project(List<TableColumn> next, List<String> values) {
        project(next, values, "");
    }

    /// The next view with other columns out of a join.
    void project(List<TableColumn> next, List<String> values, String join) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            items.add(values.get(i) + " AS " + Sql.identifier(next.get(i).name()));
        }
        String from = view();
        step++;
        duck.execute("CREATE VIEW " + view() + " AS SELECT " + String.join(", ", items) + ", " + Sql.identifier(place)
                + " FROM " + from + join);
        columns = List.copyOf(next);
    }

    /// The next view with one column's value and type changed.
    void replace(TableColumn column, String value, ColumnType type, String join) {
        List<TableColumn> next = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (TableColumn old : columns) {
            boolean same = old.equals(column);
            next.add(same ? new TableColumn(old.name(), type) : old);
            values.add(same ? value : Sql.identifier(old.name()));
        }
        project(next, values, join);
    }

    /// The next view with the rows that a condition holds for.
    void keep(String condition) {
        String from = view();
        step++;
        duck.execute("CREATE VIEW " + view() + " AS FROM " + from + " WHERE " + condition);
    }

    /// The next view with the first of rows that are equal.
    void keepFirstOfEqual() {
        String quoted = Sql.identifier(place);
        keep(quoted + " IN (SELECT min(" + quoted + ") FROM " + view() + " GROUP BY " + Sql.identifiers(names()) + ")");
    }

    List<TableColumn> columns() {
        return columns;
    }

    /// Writes the table in the order that its rows had.
    ///
    /// @return rows written
    long write(Path target) {
        return ParquetWriter.write(
                duck,
                "SELECT " + Sql.identifiers(names()) + " FROM " + view() + " ORDER BY " + Sql.identifier(place),
                target);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s with %d columns", view(), columns.size());
    }
}
