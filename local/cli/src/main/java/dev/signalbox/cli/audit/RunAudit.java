package dev.signalbox.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.cli.workspace.SqliteLedger;
import dev.signalbox.cli.workspace.SqliteLedger.StoredChain;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.runtime.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a check of a run's record found.
///
/// @param runId the run
/// @param entries that its chain has
/// @param head the hash of the last entry: kept elsewhere, it shows later whether anything before was rewritten;
///     empty where there is no entry
/// @param artifacts that were hashed
/// @param faults none where all is as it was written
public record RunAudit(String runId, int entries, String head, int artifacts, List<Fault> faults) {
    /// Checks a run.
    ///
    /// @param artifacts the folder of the artifact store
    /// @param executed what the run's execution remembers of its states, for the artifacts that it names
    /// @param expectedHead null where no head was kept elsewhere
    public static RunAudit of(
            SqliteLedger ledger, Path artifacts, String runId, List<JsonNode> executed, @Nullable String expectedHead) {
        StoredChain chain = ledger.stored(runId);
        List<RawEntry> entries = chain.entries().stream().map(RawEntry::of).toList();
        List<Fault> faults = new ArrayList<>(ChainAudit.of(runId, chain));
        faults.addAll(IndexAudit.of(ledger, runId, entries));
        String head = entries.isEmpty() ? "" : entries.getLast().hash();
        if (expectedHead != null && !head.startsWith(expectedHead.toLowerCase(Locale.ROOT))) {
            faults.add(new Fault(
                    Fault.Kind.CHAIN_CUT,
                    "head",
                    "The chain ends with " + head + "; the hash that was kept is " + expectedHead + "."));
        }
        try {
            ArtifactAudit files = files(artifacts, runId, entries, executed);
            faults.addAll(files.faults());
            return new RunAudit(runId, entries.size(), head, files.count(), List.copyOf(faults));
        } catch (IOException e) {
            throw new DependencyUnavailable(
                    "An artifact under " + artifacts + " cannot be read: " + e.getMessage() + ".",
                    "Look at the rights of the folder and try again.",
                    e);
        }
    }

    private static ArtifactAudit files(Path artifacts, String runId, List<RawEntry> entries, List<JsonNode> executed)
            throws IOException {
        ArtifactAudit files = new ArtifactAudit();
        for (RawEntry entry : entries) {
            files.follow(entry.event());
            remembered(artifacts, entry.event(), files);
        }
        for (JsonNode details : executed) {
            files.follow(details);
        }
        files.folder(artifacts.resolve("runs").resolve(runId));
        return files;
    }

    /// The answer that the stage cache keeps of a finished stage: a later run would take it for its own.
    private static void remembered(Path artifacts, JsonNode event, ArtifactAudit files) throws IOException {
        if (!event.path("fingerprint").isTextual()) {
            return;
        }
        Path answer = artifacts
                .resolve("cache")
                .resolve(event.path("stage").asText())
                .resolve(event.path("fingerprint").asText());
        if (!Files.exists(answer)) {
            return;
        }
        if (Digests.sha256(answer).equals(event.path("resultSha256").asText())) {
            files.follow(ContractJson.LENIENT.readTree(answer.toFile()));
        } else {
            files.faults()
                    .add(new Fault(
                            Fault.Kind.ARTIFACT_CHANGED,
                            answer.toUri().toString(),
                            "The remembered answer " + answer + " is not the one that the ledger has the hash of."));
        }
    }
}
