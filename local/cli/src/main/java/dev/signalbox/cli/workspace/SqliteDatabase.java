package dev.signalbox.cli.workspace;

import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.StageFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/// One connection to an SQLite file in WAL mode, opened in the background, used under its lock. Other
/// processes may write too: a writer waits for another one up to ten seconds.
final class SqliteDatabase implements AutoCloseable {
    private static final int BUSY_MILLIS = 10_000;
    private static final int FULL = SQLiteErrorCode.SQLITE_FULL.code;
    private static final int BUSY = SQLiteErrorCode.SQLITE_BUSY.code;

    /// A new file becomes a WAL file under a lock that SQLite does not wait for, whatever the time-out says.
    private static final int OPEN_ATTEMPTS = 100;

    private static final Object OPENING = new Object();

    private final Path file;
    private final CompletableFuture<Connection> connection;

    /// @param schema statements that make the tables unless they exist
    SqliteDatabase(Path file, String... schema) {
        this.file = file;
        this.connection = CompletableFuture.supplyAsync(
                () -> open(file, schema),
                runnable -> Thread.ofPlatform().daemon().name("sqlite-open").start(runnable));
    }

    /// Runs work in one write transaction: all of it happens or nothing.
    synchronized <T> T write(Work<T> work) {
        Connection open = connected();
        try (Statement statement = open.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                T result = work.on(open);
                statement.execute("COMMIT");
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(statement, e);
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// SQLite has rolled back by itself where the disk was full: that there is nothing left to undo must not
    /// hide why.
    private static void rollBack(Statement statement, Exception failure) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException nothingToUndo) {
            failure.addSuppressed(nothingToUndo);
        }
    }

    /// Runs reading work.
    synchronized <T> T read(Work<T> work) {
        try {
            return work.on(connected());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public synchronized void close() {
        boolean neverOpened = connection.handle((_, failure) -> failure != null).join();
        if (neverOpened) {
            return;
        }
        try {
            connected().close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Connection connected() {
        try {
            return connection.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StageFailure known) {
                throw known;
            }
            throw e;
        }
    }

    private static Connection open(Path file, String... schema) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS);
        try {
            synchronized (OPENING) {
                return open(file, config, schema);
            }
        } catch (SQLException e) {
            throw new DependencyUnavailable(
                    "The database " + file + " cannot be opened: " + e.getMessage() + ".",
                    "Check that the folder can be written and that the file is a Signalbox ledger.",
                    e);
        }
    }

    private static Connection open(Path file, SQLiteConfig config, String... schema) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return made(config.createConnection("jdbc:sqlite:" + file), schema);
            } catch (SQLException e) {
                if (e.getErrorCode() != BUSY || attempt == OPEN_ATTEMPTS) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static Connection made(Connection opened, String... schema) throws SQLException {
        try (Statement statement = opened.createStatement()) {
            for (String sql : schema) {
                statement.execute(sql);
            }
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    private StageFailure failure(SQLException e) {
        if (e.getErrorCode() == FULL) {
            return new ResourceExhausted("The disk is full; " + file + " was not changed.", "Free some space.", e);
        }
        return new DependencyUnavailable(
                "The database " + file + " did not answer: " + e.getMessage() + ".",
                "Try again; nothing was changed.",
                e);
    }

    /// Work on the open connection.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
