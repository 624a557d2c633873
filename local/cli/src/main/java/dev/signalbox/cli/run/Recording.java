package dev.signalbox.cli.run;

import dev.signalbox.agent.replay.RecordedJunction;
import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.ledger.LedgerEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The junctions of a run as their files are found, whether or not these are what was written: telling is
/// the replay's business. A run of the workspace, or one that was exported:
///
/// ```
/// DIR/replay.json          which run, and the SHA-256 of each decision.json as the ledger has it
/// DIR/d1/decision.json
/// DIR/d1/view.json
/// ```
///
/// @param runId the run
/// @param junctions in order
public record Recording(String runId, List<RecordedJunction> junctions) {
    private static final String INDEX = "replay.json";
    private static final String DECISION = "decision.json";
    private static final String VIEW = "view.json";

    /// An unmodifiable copy.
    public Recording {
        junctions = List.copyOf(junctions);
    }

    /// A run of the workspace.
    ///
    /// Raises [InvalidInput] when a file of it is gone.
    public static Recording ofRun(LocalRuns runs, String runId) {
        return new Recording(
                runId,
                runs.environment().ledger().entries(runId).stream()
                        .map(entry -> entry.event())
                        .filter(LedgerEvent.DecisionMade.class::isInstance)
                        .map(event -> junction((LedgerEvent.DecisionMade) event))
                        .toList());
    }

    /// Whether the folder holds an exported run, or folders that do.
    public static boolean isExported(Path folder) {
        return !folders(folder).isEmpty();
    }

    /// The exported runs of a folder: the one that it is, or those in it, by name.
    ///
    /// Raises [InvalidInput] when a file is missing or no index of a recording.
    public static List<Recording> exported(Path folder) {
        return folders(folder).stream().map(Recording::read).toList();
    }

    /// Writes the run into a folder that is made for it.
    ///
    /// Raises [InvalidInput] when the folder is there already.
    public void export(Path folder) {
        if (Files.exists(folder)) {
            throw new InvalidInput(folder + " is there already.", "Name a folder that is not.");
        }
        try {
            List<Index.Entry> entries = new ArrayList<>();
            for (RecordedJunction junction : junctions) {
                Path own = Files.createDirectories(folder.resolve(junction.name()));
                Files.writeString(own.resolve(DECISION), junction.decisionJson());
                Files.writeString(own.resolve(VIEW), junction.viewJson());
                entries.add(new Index.Entry(junction.name(), junction.decisionSha256()));
            }
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve(INDEX),
                    ContractJson.LENIENT.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Index(runId, entries)));
        } catch (IOException e) {
            throw new ResourceExhausted(
                    "The folder " + folder + " cannot be written: " + e.getMessage() + ".",
                    "Choose another folder, or free some space.",
                    e);
        }
    }

    private static RecordedJunction junction(LedgerEvent.DecisionMade made) {
        String decision = text(made.decision());
        ArtifactRef view = new RecordedJunction(
                        made.decisionId(), decision, "", made.decision().sha256())
                .decision()
                .view();
        return new RecordedJunction(
                made.decisionId(), decision, text(view), made.decision().sha256());
    }

    private static Recording read(Path folder) {
        try {
            Index index = ContractJson.LENIENT.readValue(text(folder.resolve(INDEX)), Index.class);
            return new Recording(
                    index.runId(),
                    index.decisions().stream()
                            .map(entry -> new RecordedJunction(
                                    entry.decisionId(),
                                    text(folder.resolve(entry.decisionId()).resolve(DECISION)),
                                    text(folder.resolve(entry.decisionId()).resolve(VIEW)),
                                    entry.sha256()))
                            .toList());
        } catch (IOException e) {
            throw new InvalidInput(
                    folder.resolve(INDEX) + " is not the index of a recording.",
                    "Export the run again with signalbox replay RUN --export DIR.",
                    e);
        }
    }

    private static List<Path> folders(Path folder) {
        if (Files.isRegularFile(folder.resolve(INDEX))) {
            return List.of(folder);
        }
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(inner -> Files.isRegularFile(inner.resolve(INDEX)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(ArtifactRef ref) {
        return text(FileUris.path(ref.uri()));
    }

    private static String text(Path file) {
        try {
            // Bytes that are no text become others, whose digest is another, too.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidInput(
                    "The recorded file " + file + " is gone or cannot be read.",
                    "Restore it; a replay needs decision.json and view.json of each decision.",
                    e);
        }
    }

    /// The file that says what belongs to an exported run.
    ///
    /// @param runId the run
    /// @param decisions in order
    record Index(String runId, List<Entry> decisions) {
        /// @param decisionId also the folder's name
        /// @param sha256 of decision.json; null where nobody recorded it
        record Entry(String decisionId, @Nullable String sha256) {}
    }
}
