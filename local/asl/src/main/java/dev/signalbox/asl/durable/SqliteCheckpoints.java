package dev.signalbox.asl.durable;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.asl.ExecutionExistsException;
import dev.signalbox.asl.UnknownExecutionException;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Checkpoints in an SQLite database. The native library takes about 100 ms to load, so that the database is
/// opened on a thread of its own, and waited for when it is first needed.
final class SqliteCheckpoints implements Checkpoints {

    private final Path file;
    private final FutureTask<Opened> opening;

    SqliteCheckpoints(Path file) {
        this.file = file;
        this.opening = new FutureTask<>(this::opened);
        Thread opener = new Thread(opening, "asl-checkpoints");
        opener.setDaemon(true);
        opener.start();
    }

    private record Opened(SqliteDatabase database, ExecutionLocks locks) {}

    /// A piece of work on the database.
    private interface Work<T extends @Nullable Object> {
        T run(SqliteDatabase database) throws SQLException, JsonProcessingException;
    }

    private Opened opened() throws SQLException, IOException {
        SqliteDatabase database = new SqliteDatabase(file);
        return new Opened(database, new ExecutionLocks(file));
    }

    private Opened open() {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            Exception cause = e.getCause() instanceof Exception known ? known : e;
            throw new CheckpointFailedException(file, "opening the checkpoints", cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckpointFailedException(file, "opening the checkpoints", e);
        }
    }

    /// Does a piece of work as one transaction, or not at all.
    private synchronized <T extends @Nullable Object> T transact(String doing, Work<T> work) {
        SqliteDatabase database = open().database();
        try {
            T result = work.run(database);
            database.commit();
            return result;
        } catch (SQLException | JsonProcessingException e) {
            throw rolledBack(database, new CheckpointFailedException(file, doing, e));
        } catch (RuntimeException e) {
            throw rolledBack(database, e);
        }
    }

    /// SQLite has rolled back by itself where the disk was full: that there is nothing left to undo must not
    /// hide why.
    private static RuntimeException rolledBack(SqliteDatabase database, RuntimeException failure) {
        try {
            database.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    @Override
    public Journal create(StoredExecution.Header header) {
        return journal(
                header.executionName(),
                () -> transact("starting '" + header.executionName() + "'", database -> {
                    SqliteRows.Found found = SqliteRows.find(database, header.executionName());
                    if (found != null) {
                        throw new ExecutionExistsException(
                                header.executionName(),
                                found.execution().outcome().status());
                    }
                    SqliteRows.create(database, header);
                    return SqliteRows.find(database, header.executionName());
                }));
    }

    @Override
    public Journal open(String executionName) {
        return journal(executionName, () -> look(executionName));
    }

    @Override
    public Optional<StoredExecution> find(String executionName) {
        return Optional.ofNullable(look(executionName)).map(SqliteRows.Found::execution);
    }

    private SqliteRows.@Nullable Found look(String executionName) {
        return transact("reading '" + executionName + "'", database -> SqliteRows.find(database, executionName));
    }

    private Journal journal(String executionName, Supplier<SqliteRows.@Nullable Found> finding) {
        FileLock lock = open().locks().take(executionName);
        boolean ready = false;
        try {
            SqliteRows.Found found = finding.get();
            if (found == null) {
                throw new UnknownExecutionException(executionName);
            }
            ready = true;
            return new Book(found, lock);
        } finally {
            if (!ready) {
                open().locks().give(lock);
            }
        }
    }

    @Override
    public synchronized void close() {
        Opened opened = open();
        opened.locks().close();
        try {
            opened.database().close();
        } catch (SQLException e) {
            throw new CheckpointFailedException(file, "closing the checkpoints", e);
        }
    }

    /// The open book of one execution.
    private final class Book implements Journal {

        private final SqliteRows.Found found;
        private final FileLock lock;

        Book(SqliteRows.Found found, FileLock lock) {
            this.found = found;
            this.lock = lock;
        }

        @Override
        public void commit(Checkpoint checkpoint) {
            transact("keeping '" + found.execution().header().executionName() + "'", database -> {
                SqliteRows.write(database, found.key(), checkpoint);
                return found;
            });
        }

        @Override
        public StoredExecution stored() {
            return found.execution();
        }

        @Override
        public void close() {
            open().locks().give(lock);
        }
    }
}
