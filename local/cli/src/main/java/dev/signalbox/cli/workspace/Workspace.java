package dev.signalbox.cli.workspace;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a workspace keeps what.
///
/// @param root the folder, by default `.signalbox` beside the data
public record Workspace(Path root) {
    private static final String FOLDER = ".signalbox";

    /// The workspace beside a data file, or in a data folder.
    public static Workspace beside(Path data) {
        Path absolute = data.toAbsolutePath().normalize();
        Path folder = Files.isDirectory(absolute) ? absolute : absolute.getParent();
        return new Workspace((folder == null ? absolute : folder).resolve(FOLDER));
    }

    /// What a command in the current folder has to say to reach this workspace: nothing, or ` --workspace
    /// DIR`.
    public String option() {
        Path here = Path.of("").toAbsolutePath();
        if (beside(here).equals(this)) {
            return "";
        }
        String folder = (root.startsWith(here) ? here.relativize(root) : root).toString();
        return " --workspace " + (folder.contains(" ") ? "'" + folder + "'" : folder);
    }

    /// Makes the folders unless they exist. A `.gitignore` of its own keeps the workspace out of version
    /// control.
    ///
    /// Raises [ResourceExhausted] when the folder cannot be written.
    public Workspace create() {
        try {
            Files.createDirectories(artifacts());
            Files.createDirectories(scratch());
            Files.createDirectories(logs());
            Path ignore = root.resolve(".gitignore");
            if (!Files.exists(ignore)) {
                Files.writeString(ignore, "*\n");
            }
            return this;
        } catch (IOException e) {
            throw new ResourceExhausted(
                    "The workspace " + root + " cannot be written: " + e.getMessage() + ".",
                    "Choose another folder with --workspace DIR, or free some space.",
                    e);
        }
    }

    /// This workspace, when it exists.
    ///
    /// Raises [InvalidInput] when it does not.
    public Workspace existing() {
        if (!Files.isDirectory(root)) {
            throw new InvalidInput(
                    "There is no workspace at " + root + ".",
                    "Start a run first (signalbox run FILE --target COLUMN), or name its folder with --workspace DIR.");
        }
        return create();
    }

    /// Immutable files and the stage cache.
    public Path artifacts() {
        return root.resolve("artifacts");
    }

    /// The ledger and open approvals.
    public Path ledger() {
        return root.resolve("ledger.db");
    }

    /// Checkpoints of executions.
    public Path executions() {
        return root.resolve("executions.db");
    }

    /// Temporary files of stages.
    public Path scratch() {
        return root.resolve("scratch");
    }

    /// Structured logs and alerts.
    public Path logs() {
        return root.resolve("logs");
    }
}
