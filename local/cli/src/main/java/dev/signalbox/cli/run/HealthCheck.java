package dev.signalbox.cli.run;

import dev.signalbox.cli.workspace.Workspace;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.model.learn.NativeLearners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.Callable;

/// Looks whether this machine has what runs need.
public final class HealthCheck {
    private static final long LEAST_FREE_MB = 512;
    private static final int JAVA = 25;

    private HealthCheck() {}

    /// Every check, none of which stops at another's failure.
    public static List<Answer> all(Workspace workspace) {
        return List.of(
                java(),
                library("DuckDB", () -> version("jdbc:duckdb:", "SELECT version()")),
                library("SQLite", () -> version("jdbc:sqlite::memory:", "SELECT sqlite_version()")),
                library("XGBoost", () -> loaded(NativeLearners::loadXgboost)),
                library("LightGBM", () -> loaded(NativeLearners::loadLightGbm)),
                stateMachine(),
                memory(),
                disk(workspace));
    }

    private static Answer java() {
        int found = Runtime.version().feature();
        return new Answer(
                "Java",
                found >= JAVA,
                String.valueOf(Runtime.version()),
                "Install JDK " + JAVA + " and set SIGNALBOX_JAVA_HOME.");
    }

    private static Answer library(String name, Callable<String> loads) {
        try {
            return new Answer(name, true, "loads (" + loads.call() + ")", "");
        } catch (Exception | LinkageError e) {
            return new Answer(
                    name,
                    false,
                    "does not load: " + e.getMessage(),
                    "On Debian and Ubuntu: apt-get install libgomp1. Other platforms than Linux x86-64 and macOS arm64 are not covered by its jar.");
        }
    }

    private static String loaded(Runnable library) {
        library.run();
        return "native";
    }

    private static String version(String url, String sql) throws java.sql.SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "no version";
        }
    }

    private static Answer stateMachine() {
        try {
            return new Answer(
                    "state machine", true, Installation.current().machine().name() + " is a sound definition", "");
        } catch (StageFailure e) {
            String text = String.valueOf(e.getMessage());
            return new Answer("state machine", false, StageFailure.messageOf(text), StageFailure.hintOf(text));
        }
    }

    private static Answer memory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return new Answer(
                "memory",
                megabytes >= LEAST_FREE_MB,
                megabytes + " MB for Java",
                "Give it more with SIGNALBOX_JAVA_ARGS=-Xmx1g.");
    }

    private static Answer disk(Workspace workspace) {
        Path folder = workspace.root();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        try {
            long megabytes = Files.getFileStore(folder).getUsableSpace() >> 20;
            boolean writable = Files.isDirectory(folder) && Files.isWritable(folder);
            String found = Files.isDirectory(folder)
                    ? (writable ? " can be written, " : " cannot be written, ")
                    : " is a file; expected a folder, ";
            return new Answer(
                    "workspace",
                    writable && megabytes >= LEAST_FREE_MB,
                    folder + found + megabytes + " MB free",
                    "Choose another folder with --workspace DIR.");
        } catch (IOException e) {
            return new Answer(
                    "workspace", false, folder + ": " + e.getMessage(), "Choose another folder with --workspace DIR.");
        }
    }

    /// What a check found.
    ///
    /// @param name of the check
    /// @param healthy whether it is as needed
    /// @param found in words
    /// @param next what to do when it is not
    public record Answer(String name, boolean healthy, String found, String next) {}
}
