package dev.signalbox.asl.durable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/// The open database with its statements, prepared when first used. Not safe for several threads;
/// [SqliteCheckpoints] sees to that.
final class SqliteDatabase implements AutoCloseable {

    private static final int BUSY_MILLIS = 10_000;

    private static final String[] TABLES = {"""
        CREATE TABLE IF NOT EXISTS execution (
          id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, machine TEXT NOT NULL, definition TEXT NOT NULL,
          input TEXT NOT NULL, started_at INTEGER NOT NULL, status TEXT NOT NULL, output TEXT, error TEXT, cause TEXT)""", """
        CREATE TABLE IF NOT EXISTS strand (
          execution INTEGER NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (execution, id))""", """
        CREATE TABLE IF NOT EXISTS part (
          execution INTEGER NOT NULL, strand INTEGER NOT NULL, ordinal INTEGER NOT NULL, body TEXT NOT NULL,
          PRIMARY KEY (execution, strand, ordinal))""", """
        CREATE TABLE IF NOT EXISTS event (
          execution INTEGER NOT NULL, id INTEGER NOT NULL, previous INTEGER NOT NULL, at INTEGER NOT NULL,
          type TEXT NOT NULL, name TEXT, details TEXT NOT NULL, PRIMARY KEY (execution, id))"""};

    /// The statements.
    enum Sql {
        FIND(
                "SELECT id, machine, definition, input, started_at, status, output, error, cause FROM execution WHERE name = ?"),
        CREATE(
                "INSERT INTO execution (name, machine, definition, input, started_at, status) VALUES (?, ?, ?, ?, ?, ?)"),
        OUTCOME("UPDATE execution SET status = ?, output = ?, error = ?, cause = ? WHERE id = ?"),
        STRANDS("SELECT id, body FROM strand WHERE execution = ? ORDER BY id"),
        PUT_STRAND("INSERT OR REPLACE INTO strand (execution, id, body) VALUES (?, ?, ?)"),
        END_STRAND("DELETE FROM strand WHERE execution = ? AND id = ?"),
        PARTS("SELECT strand, ordinal, body FROM part WHERE execution = ? ORDER BY strand, ordinal"),
        PUT_PART("INSERT OR REPLACE INTO part (execution, strand, ordinal, body) VALUES (?, ?, ?, ?)"),
        END_PARTS("DELETE FROM part WHERE execution = ? AND strand = ?"),
        EVENTS("SELECT id, previous, at, type, name, details FROM event WHERE execution = ? ORDER BY id"),
        PUT_EVENT("INSERT INTO event (execution, id, previous, at, type, name, details) VALUES (?, ?, ?, ?, ?, ?, ?)");

        private final String text;

        Sql(String text) {
            this.text = text;
        }
    }

    private final Connection connection;
    private final Map<Sql, PreparedStatement> prepared = new EnumMap<>(Sql.class);

    SqliteDatabase(Path file) throws SQLException, IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        connection.setAutoCommit(false);
    }

    PreparedStatement prepare(Sql sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql.text);
            prepared.put(sql, statement);
        }
        return statement;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
