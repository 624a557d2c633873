package dev.signalbox.asl.durable;

import java.nio.file.Path;
import java.util.Optional;

/// Keeps executions beyond their process.
public interface Checkpoints extends AutoCloseable {

    /// Begins to keep a new execution, for the exclusive use of the caller.
    ///
    /// @throws dev.signalbox.asl.ExecutionExistsException when the name is taken
    Journal create(StoredExecution.Header header);

    /// Opens a kept execution for the exclusive use of the caller.
    ///
    /// @throws dev.signalbox.asl.UnknownExecutionException when there is none
    /// @throws dev.signalbox.asl.ExecutionBusyException when another process or thread has it open
    Journal open(String executionName);

    /// What is kept of an execution, to look at; empty when there is none.
    Optional<StoredExecution> find(String executionName);

    /// Whether anything is kept at all.
    default boolean durable() {
        return true;
    }

    @Override
    void close();

    /// Keeps nothing: an execution ends with its process.
    static Checkpoints none() {
        return NoCheckpoints.INSTANCE;
    }

    /// Keeps executions in an SQLite database in WAL mode, with `synchronous=NORMAL`: what was committed
    /// survives the death of the process (`kill -9`); after a power failure or a crash of the operating
    /// system the last commits may be missing, but the database is consistent, and an execution goes on from
    /// an earlier state. Returns at once: the database is opened in the background.
    ///
    /// @param file the database; made when it does not exist, together with its folder
    static Checkpoints sqlite(Path file) {
        return new SqliteCheckpoints(file);
    }

    /// The open book of one execution.
    interface Journal extends AutoCloseable {

        /// Keeps everything that changed since the last checkpoint, or nothing of it.
        void commit(Checkpoint checkpoint);

        /// What was kept when it was opened.
        StoredExecution stored();

        /// Gives the execution free for others.
        @Override
        void close();
    }
}
