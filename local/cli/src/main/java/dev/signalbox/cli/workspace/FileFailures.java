package dev.signalbox.cli.workspace;

import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.StageFailure;
import java.io.IOException;
import java.util.Locale;

/// Turns what the file system throws into failures.
final class FileFailures {
    private FileFailures() {}

    static StageFailure writing(String what, IOException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.toLowerCase(Locale.ROOT).contains("no space")
                || reason.toLowerCase(Locale.ROOT).contains("quota")) {
            return new ResourceExhausted(
                    "The disk is full; " + what + " could not be written.",
                    "Free some space; nothing half-written is left.",
                    e);
        }
        return new DependencyUnavailable(
                what + " could not be written: " + reason + ".",
                "Check the workspace's folder and its permissions.",
                e);
    }

    static StageFailure reading(String what, IOException e) {
        return new DependencyUnavailable(
                what + " could not be read: " + e.getMessage() + ".",
                "Check the workspace's folder and its permissions.",
                e);
    }
}
