package dev.signalbox.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.cli.audit.Fault.Kind;
import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.store.ArtifactNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Hashes the artifacts that a run wrote or used again: those that documents name, those that the named ones name,
/// and whatever else stands in the run's folder, whose names begin with the hash.
final class ArtifactAudit {
    private static final String JSON = "application/json";
    private static final Pattern MARKED = Pattern.compile("(.*)-[0-9a-f]{12}((?:\\..*)?)");
    private final NamedArtifacts names = new NamedArtifacts();
    private final Set<Path> checked = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    /// Checks what a document names, and what that names.
    void follow(JsonNode document) throws IOException {
        Deque<ArtifactRef> open = new ArrayDeque<>(names.in(document));
        while (!open.isEmpty()) {
            ArtifactRef ref = open.pop();
            if (intact(ref) && ref.mediaType().equals(JSON)) {
                open.addAll(names.in(
                        ContractJson.LENIENT.readTree(FileUris.path(ref.uri()).toFile())));
            }
        }
    }

    /// Checks what nobody named.
    void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                unnamed(file);
            }
        }
    }

    List<Fault> faults() {
        return faults;
    }

    /// How many files were hashed.
    int count() {
        return checked.size();
    }

    private boolean intact(ArtifactRef ref) throws IOException {
        Path file = path(ref);
        if (!Files.isRegularFile(file)) {
            faults.add(new Fault(Kind.ARTIFACT_MISSING, ref.uri(), "The artifact " + file + " is gone."));
            return false;
        }
        checked.add(file);
        String sha256 = Digests.sha256(file);
        if (!sha256.equals(ref.sha256()) || Files.size(file) != ref.sizeBytes()) {
            faults.add(changed(file, sha256, ref.sha256()));
            return false;
        }
        return true;
    }

    private static Path path(ArtifactRef ref) {
        try {
            return FileUris.path(ref.uri());
        } catch (InvalidInput elsewhere) {
            return Path.of("/dev/null").resolve(ref.sha256());
        }
    }

    private void unnamed(Path file) throws IOException {
        var marked = MARKED.matcher(String.valueOf(file.getFileName()));
        if (checked.contains(file) || !marked.matches()) {
            return;
        }
        checked.add(file);
        String sha256 = Digests.sha256(file);
        String expected = ArtifactNames.unique(marked.group(1) + marked.group(2), sha256);
        if (!file.endsWith(expected)) {
            faults.add(changed(file, sha256, String.valueOf(file.getFileName())));
        }
    }

    private static Fault changed(Path file, String found, String expected) {
        return new Fault(
                Kind.ARTIFACT_CHANGED,
                FileUris.of(file),
                "The artifact " + file + " has other bytes than were written: SHA-256 " + found + ", expected "
                        + expected + ".");
    }
}
