package dev.signalbox.asl.durable;

import dev.signalbox.asl.ExecutionBusyException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Sees to it that one process at a time runs an execution: each execution is a byte of a lock file beside
/// the database. The operating system gives the byte free when its process dies, however it dies.
final class ExecutionLocks implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    ExecutionLocks(Path database) throws IOException {
        this.file = database.resolveSibling(database.getFileName() + ".lock");
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /// Takes an execution.
    ///
    /// @throws ExecutionBusyException when another process or thread has it
    FileLock take(String executionName) {
        UUID hash = UUID.nameUUIDFromBytes(executionName.getBytes(StandardCharsets.UTF_8));
        long position = hash.getMostSignificantBits() >>> 2;
        try {
            FileLock lock = channel.tryLock(position, 1, false);
            if (lock == null) {
                throw new ExecutionBusyException(executionName);
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            throw new ExecutionBusyException(executionName);
        } catch (IOException e) {
            throw new CheckpointFailedException(file, "taking the execution '" + executionName + "'", e);
        }
    }

    /// Gives an execution free.
    void give(FileLock lock) {
        try {
            lock.release();
        } catch (IOException e) {
            throw new CheckpointFailedException(file, "giving an execution free", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new CheckpointFailedException(file, "closing the locks", e);
        }
    }
}
