package dev.signalbox.data.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Reads the row that a result stands on.
///
/// @param <T> what a row becomes
@FunctionalInterface
public interface RowReader<T> {
    /// The current row; columns count from 1.
    T read(ResultSet row) throws SQLException;
}
