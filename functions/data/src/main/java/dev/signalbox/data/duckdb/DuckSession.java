package dev.signalbox.data.duckdb;

import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.runtime.duckdb.DuckFailures;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/// A database in memory for one invocation of a stage. Not for use by several threads, but [#cancel] may
/// come from any.
///
/// The driver is used directly: `DriverManager` would load every JDBC driver on the class path. The driver
/// itself finds its library inside the jar or, where the jar carries none, on `java.library.path`.
///
/// Every method raises the failure that [DuckFailures] makes of DuckDB's message.
public final class DuckSession implements AutoCloseable {
    private final DuckDBConnection connection;
    private volatile @Nullable Statement running;

    private DuckSession(DuckDBConnection connection) {
        this.connection = connection;
    }

    /// Opens a session.
    public static DuckSession open(DuckSettings settings) {
        try {
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings.asProperties());
            if (connection == null) {
                throw new UnexpectedFailure("DuckDB's driver refused its own URL.", "Please report this defect.");
            }
            return new DuckSession(connection.unwrap(DuckDBConnection.class));
        } catch (SQLException e) {
            throw DuckFailures.of("DuckDB cannot be opened", e);
        }
    }

    /// Runs a statement.
    ///
    /// @return the number of rows that were written, 0 for a statement that writes none
    public long execute(String sql) {
        // A failed query closes its statement, so that each statement is used once.
        try (Statement statement = connection.createStatement()) {
            return execute(statement, sql);
        } catch (SQLException e) {
            throw DuckFailures.of("DuckDB refused a statement", e);
        }
    }

    private long execute(Statement statement, String sql) throws SQLException {
        running = statement;
        try {
            return statement.execute(sql) ? 0 : Math.max(0, statement.getLargeUpdateCount());
        } finally {
            running = null;
        }
    }

    /// Stops the statement that runs, if one does; it then raises a failure. One that has ended or is closed
    /// meanwhile needs no stopping, and one that cannot be stopped ends by itself.
    ///
    /// @return whether a statement was told to stop
    public boolean cancel() {
        Statement statement = running;
        if (statement == null) {
            return false;
        }
        try {
            statement.cancel();
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    /// All rows of a query.
    public <T> List<T> query(String sql, RowReader<T> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw DuckFailures.of("DuckDB refused a query", e);
        }
    }

    /// Streams the rows of a query in their order, in pieces, without ever holding all of them.
    public void scan(String sql, ChunkReader reader) {
        try (DuckDBPreparedStatement statement =
                        connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
                DuckDBChunkedResult chunks = statement.query()) {
            while (chunks.nextChunk()) {
                reader.read(chunks.chunk());
            }
        } catch (SQLException e) {
            throw DuckFailures.of("DuckDB refused a query", e);
        }
    }

    /// The only row of a query that always has one.
    public <T> T single(String sql, RowReader<T> reader) {
        List<T> rows = query(sql, reader);
        if (rows.size() != 1) {
            throw new UnexpectedFailure(
                    "A query answered " + rows.size() + " rows; expected 1.", "Please report this defect.");
        }
        return rows.getFirst();
    }

    /// The whole number that a query answers.
    public long count(String sql) {
        return single(sql, row -> row.getLong(1));
    }

    /// A fast way into a table of this session; the caller closes it.
    public DuckDBAppender appender(String table) {
        try {
            return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
        } catch (SQLException e) {
            throw DuckFailures.of("DuckDB cannot append", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw DuckFailures.of("DuckDB cannot be closed", e);
        }
    }
}
