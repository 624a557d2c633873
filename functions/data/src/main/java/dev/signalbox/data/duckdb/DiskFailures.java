package dev.signalbox.data.duckdb;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.StageFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// The one place where exceptions of local files become our failures.
public final class DiskFailures {
    private DiskFailures() {}

    /// The failure that an exception stands for.
    ///
    /// @param doing what was tried, such as `The file a.csv cannot be read`
    public static StageFailure of(String doing, IOException e) {
        if (isFull(e)) {
            return new ResourceExhausted(
                    doing + ": the disk is full.",
                    "Free space in the folder for temporary files, or name another (SIGNALBOX_SCRATCH).",
                    e);
        }
        String why = switch (e) {
            case NoSuchFileException _ -> "there is none";
            case AccessDeniedException _ -> "access is denied";
            default -> String.valueOf(e.getMessage());
        };
        return new InvalidInput(
                doing + ": " + why + "; expected a file that can be read.", "Check the path and who may read it.", e);
    }

    /// Whether no space is left; Java has no exception of its own for it.
    public static boolean isFull(IOException e) {
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("disk quota") || text.contains("not enough space");
    }
}
