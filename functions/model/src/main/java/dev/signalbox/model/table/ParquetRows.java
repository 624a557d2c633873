package dev.signalbox.model.table;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The rows of a Parquet file, each column as text.
public final class ParquetRows implements AutoCloseable {
    private final Path file;
    private final Statement statement;
    private final ResultSet rows;
    private final List<String> columns;
    private final List<String> types;

    private ParquetRows(Path file, Statement statement, ResultSet rows, List<String> columns, List<String> types) {
        this.file = file;
        this.statement = statement;
        this.rows = rows;
        this.columns = columns;
        this.types = types;
    }

    static ParquetRows open(Connection connection, Path file) {
        String table = "read_parquet('" + ParquetReader.quoted(file) + "')";
        List<String> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet described = statement.executeQuery("DESCRIBE FROM " + table)) {
            while (described.next()) {
                columns.add(described.getString(1));
                types.add(described.getString(2));
            }
        } catch (SQLException e) {
            throw ParquetReader.unreadable(file, e);
        }
        String texts = IntStream.range(0, columns.size())
                .mapToObj(i -> text(ParquetReader.identifier(columns.get(i)), types.get(i)))
                .collect(Collectors.joining(", "));
        try {
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT " + texts + " FROM " + table);
            return new ParquetRows(file, statement, rows, List.copyOf(columns), List.copyOf(types));
        } catch (SQLException e) {
            throw ParquetReader.unreadable(file, e);
        }
    }

    /// As Ingest has the values: single precision has its exact value, not its short one; a zone is applied;
    /// what is nested is JSON.
    private static String text(String column, String type) {
        boolean nested = type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP");
        String value = switch (type) {
            case "FLOAT" -> "CAST(" + column + " AS DOUBLE)";
            case "TIMESTAMP WITH TIME ZONE" -> "timezone('UTC', " + column + ")";
            default -> nested ? "to_json(" + column + ")" : column;
        };
        return "CAST(" + value + " AS VARCHAR)";
    }

    /// The names of the columns.
    public List<String> columns() {
        return columns;
    }

    /// Whether a column holds text, and not values of a type.
    public boolean isText(int column) {
        return types.get(column).equals("VARCHAR");
    }

    /// The next row's cells, null where missing; null after the last row.
    public @Nullable String @Nullable [] next() {
        try {
            if (!rows.next()) {
                return null;
            }
            @Nullable String[] cells = new String[columns.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = rows.getString(i + 1);
            }
            return cells;
        } catch (SQLException e) {
            throw ParquetReader.unreadable(file, e);
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
            statement.close();
        } catch (SQLException e) {
            throw ParquetReader.unreadable(file, e);
        }
    }
}
