package dev.signalbox.asl.durable;

import java.nio.file.Path;

/// The database of the checkpoints cannot be read or written: no permission, a full disk, a file that is
/// something else. What was committed before is kept; once the cause is gone the execution can be resumed.
public final class CheckpointFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    CheckpointFailedException(Path file, String doing, Exception cause) {
        super(
                "%s in '%s' failed: %s. Check that the file is a checkpoint database, is writable, and that the disk has room."
                        .formatted(doing, file, cause.getMessage()),
                cause);
    }
}
