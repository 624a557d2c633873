package dev.signalbox.model.table;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a Parquet file, each column as text.
public final class ParquetRows implements AutoCloseable {
    private final Path file;
    private final Statement statement;
    private final ResultSet rows;
    private final List<String> columns;

    private ParquetRows(Path file, Statement statement, ResultSet rows, List<String> columns) {
        this.file = file;
        this.statement = statement;
        this.rows = rows;
        this.columns = columns;
    }

    static ParquetRows open(Connection connection, Path file) {
        try {
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(
                    "SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet('" + ParquetReader.quoted(file) + "')");
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i));
            }
            return new ParquetRows(file, statement, rows, List.copyOf(columns));
        } catch (SQLException e) {
            throw ParquetReader.unreadable(file, e);
        }
    }

    /// The names of the columns.
    public List<String> columns() {
        return columns;
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
