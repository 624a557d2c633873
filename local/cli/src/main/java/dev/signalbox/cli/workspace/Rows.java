package dev.signalbox.cli.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Statements whose first column is a contract record as JSON.
final class Rows {
    private Rows() {}

    static String json(Object contractRecord) {
        try {
            return ContractJson.LENIENT.writeValueAsString(contractRecord);
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure(
                    contractRecord.getClass().getName() + " cannot be written as JSON.", "Report this defect.", e);
        }
    }

    static <T> Optional<T> first(Connection connection, Class<T> type, String sql, @Nullable Object... parameters)
            throws SQLException {
        return all(connection, type, sql, parameters).stream().findFirst();
    }

    static <T> List<T> all(Connection connection, Class<T> type, String sql, @Nullable Object... parameters)
            throws SQLException {
        return each(connection, row -> parse(row.getString(1), type), sql, parameters);
    }

    static <T> List<T> each(Connection connection, Reader<T> reader, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    static Optional<String> firstText(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static <T> T parse(String text, Class<T> type) {
        try {
            return ContractJson.LENIENT.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new InvalidInput(
                    "A " + type.getSimpleName() + " in the ledger cannot be read.",
                    "It was written by another version or changed by hand; restore ledger.db from a backup.",
                    e);
        }
    }

    /// Makes a value of the current row.
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
