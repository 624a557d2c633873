package dev.signalbox.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.cli.run.Installation;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.Progress;
import dev.signalbox.cli.run.Screen;
import dev.signalbox.cli.workspace.Workspace;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every command understands.
final class CommonOptions {
    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "Where runs and models are kept (default: .signalbox beside the data, or in this folder).")
    private @Nullable Path workspace;

    @Option(names = "--json", description = "Print one JSON document instead of text.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, only the result.")
    private boolean quiet;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    /// The workspace that was named, else the one in this folder.
    Workspace workspace() {
        return workspace == null
                ? Workspace.beside(Path.of(""))
                : new Workspace(workspace.toAbsolutePath().normalize());
    }

    /// The workspace that was named, else the one beside the data.
    Workspace workspaceBeside(Path data) {
        return workspace == null ? Workspace.beside(data) : workspace();
    }

    /// The workspace that was named, else the one beside the data when there is one, else the one in this
    /// folder.
    Workspace workspaceNear(Path data) {
        Workspace beside = workspaceBeside(data);
        return Files.isDirectory(beside.root()) ? beside : workspace();
    }

    /// The runs of an existing workspace.
    LocalRuns existingRuns() {
        return new LocalRuns(workspace().existing(), Installation.current());
    }

    /// Tells on standard error what a run is doing.
    Progress progress() {
        return new Progress(err(), quiet ? Screen.NONE : Screen.ofErrors(spec.commandLine()), quiet);
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    CommandSpec spec() {
        return spec;
    }

    /// Prints a document as one line of JSON.
    void printJson(Object document) {
        try {
            out().println(ContractJson.LENIENT.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure("The answer cannot be written as JSON.", "Report this defect.", e);
        }
    }
}
