package dev.signalbox.cli.workspace;

import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.runtime.StageLog;
import dev.signalbox.runtime.store.Alerts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Structured lines and alerts, appended to files of the workspace.
public final class FileLog implements StageLog, Alerts {
    private final Path folder;

    /// @param folder an existing folder
    public FileLog(Path folder) {
        this.folder = folder;
    }

    @Override
    public void line(String json) {
        append("stages.jsonl", json + "\n");
    }

    @Override
    public void send(String subject, String message) {
        append("alerts.log", subject + "\n" + message + "\n\n");
    }

    private synchronized void append(String file, String text) {
        try {
            Files.writeString(
                    folder.resolve(file),
                    text,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            StageFailure failure = FileFailures.writing(file, e);
            throw failure;
        }
    }
}
