package dev.signalbox.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.store.ArtifactStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every artifact store does.
public abstract class ArtifactStoreContract {
    private static final byte[] BYTES = "one two three".getBytes(StandardCharsets.UTF_8);

    @TempDir
    protected Path folder;

    /// An empty store.
    protected abstract ArtifactStore store();

    /// Damages the bytes behind an artifact.
    protected abstract void damage(ArtifactRef ref) throws IOException;

    /// Takes an artifact away.
    protected abstract void remove(ArtifactRef ref) throws IOException;

    /// A source that is not there.
    protected abstract SourceRef missingSource(String name);

    /// Puts a source where the store can see it.
    ///
    /// @param name as a URI writes it
    protected abstract SourceRef source(String name, byte[] bytes) throws IOException;

    @Test
    void givesBackWhatWasWritten() {
        try (ArtifactStore store = store()) {
            ArtifactRef ref = store.write("runs/r/x", "a.txt", "text/plain", BYTES);

            assertThat(store.read(ref)).isEqualTo(BYTES);
            assertThat(ref.sizeBytes()).isEqualTo(BYTES.length);
        }
    }

    @Test
    void givesEqualBytesOnePlace() {
        try (ArtifactStore store = store()) {
            assertThat(store.write("runs/r/x", "a.txt", "text/plain", BYTES))
                    .isEqualTo(store.write("runs/r/x", "a.txt", "text/plain", BYTES.clone()));
        }
    }

    @Test
    void keepsOtherBytesOfTheSameNameApart() {
        try (ArtifactStore store = store()) {
            ArtifactRef first = store.write("runs/r/x", "a.txt", "text/plain", BYTES);
            ArtifactRef second = store.write("runs/r/x", "a.txt", "text/plain", new byte[] {1});

            assertThat(store.read(first)).isEqualTo(BYTES);
            assertThat(store.read(second)).containsExactly(1);
        }
    }

    @Test
    void takesAFileAndGivesItBackAsAFile() throws IOException {
        try (ArtifactStore store = store()) {
            Path file = Files.write(folder.resolve("given.bin"), BYTES);

            ArtifactRef ref = store.write("runs/r/x", "given.bin", "application/octet-stream", file);

            assertThat(Files.readAllBytes(store.localFile(ref, folder))).isEqualTo(BYTES);
        }
    }

    @Test
    void refusesDamagedBytes() throws IOException {
        try (ArtifactStore store = store()) {
            ArtifactRef ref = store.write("runs/r/x", "a.txt", "text/plain", BYTES);
            damage(ref);

            assertThatThrownBy(() -> store.read(ref))
                    .isInstanceOf(ArtifactDamaged.class)
                    .hasMessageContaining("Hint:");
            assertThatThrownBy(() -> store.localFile(ref, folder)).isInstanceOf(ArtifactDamaged.class);
        }
    }

    @Test
    void namesAnArtifactThatIsGone() throws IOException {
        try (ArtifactStore store = store()) {
            ArtifactRef ref = store.write("runs/r/x", "a.txt", "text/plain", BYTES);
            remove(ref);

            assertThatThrownBy(() -> store.read(ref))
                    .isInstanceOf(ArtifactDamaged.class)
                    .hasMessageContaining(ref.uri())
                    .hasMessageContaining("Hint:");
            assertThatThrownBy(() -> store.localFile(ref, folder)).isInstanceOf(ArtifactDamaged.class);
        }
    }

    @Test
    void keepsAnEmptyArtifact() throws IOException {
        try (ArtifactStore store = store()) {
            ArtifactRef ref = store.write("runs/r/x", "a.txt", "text/plain", new byte[0]);

            assertThat(store.read(ref)).isEmpty();
            assertThat(store.localFile(ref, folder)).isEmptyFile();
        }
    }

    @Test
    void givesEqualFilesAndBytesOnePlace() throws IOException {
        try (ArtifactStore store = store()) {
            Path file = Files.write(folder.resolve("given.bin"), BYTES);

            assertThat(store.write("runs/r/x", "a.bin", "application/octet-stream", BYTES))
                    .isEqualTo(store.write("runs/r/x", "a.bin", "application/octet-stream", file));
        }
    }

    @Test
    void refusesANameThatLeadsOut() {
        try (ArtifactStore store = store()) {
            assertThatThrownBy(() -> store.write("runs/../../x", "a.txt", "text/plain", BYTES))
                    .isInstanceOf(InvalidInput.class);
            assertThat(store.read(store.write("runs/r..1/x", "a..b.txt", "text/plain", BYTES)))
                    .isEqualTo(BYTES);
        }
    }

    @Test
    void readsSourcesWhoseNamesNeedCare() throws IOException {
        try (ArtifactStore store = store()) {
            for (String name : List.of("a%20b.csv", "a+b.csv", "100%25.csv", "gr%C3%B6%C3%9Fe.csv")) {
                SourceRef pinned = store.pin(source(name, BYTES));

                assertThat(store.pin(pinned)).isEqualTo(pinned);
                assertThat(Files.readAllBytes(store.localSource(pinned, folder)))
                        .isEqualTo(BYTES);
            }
        }
    }

    @Test
    void namesAMissingSource() {
        try (ArtifactStore store = store()) {
            SourceRef missing = missingSource("nothing.csv");

            assertThatThrownBy(() -> store.pin(missing))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("nothing.csv");
            assertThatThrownBy(() -> store.localSource(missing, folder)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void noticesASourceThatChanged() throws IOException {
        try (ArtifactStore store = store()) {
            SourceRef pinned = store.pin(source("d.csv", BYTES));
            source("d.csv", "something else".getBytes(StandardCharsets.UTF_8));

            assertThatThrownBy(() -> store.localSource(pinned, folder)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void pinsTheSameBytesAlike() throws IOException {
        try (ArtifactStore store = store()) {
            SourceRef pinned = store.pin(source("d.csv", BYTES));

            assertThat(store.pin(pinned)).isEqualTo(pinned);
            assertThat(Files.readAllBytes(store.localSource(pinned, folder))).isEqualTo(BYTES);
        }
    }

    @Test
    void remembersTheFirstValueOfAKey() {
        try (ArtifactStore store = store()) {
            assertThat(store.recall("cache/x/1")).isEmpty();
            store.remember("cache/x/1", BYTES);
            store.remember("cache/x/1", new byte[] {1});

            assertThat(store.recall("cache/x/1"))
                    .hasValueSatisfying(value -> assertThat(value).isEqualTo(BYTES));
        }
    }

    @Test
    void remembersOneOfFiftyValues() throws Exception {
        try (ArtifactStore store = store();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<byte[]>> writers = IntStream.range(0, 50)
                    .<Callable<byte[]>>mapToObj(i -> () -> {
                        store.remember("cache/x/1", new byte[] {(byte) i});
                        return store.recall("cache/x/1").orElseThrow();
                    })
                    .toList();

            for (Future<byte[]> seen : threads.invokeAll(writers)) {
                assertThat(seen.get()).isEqualTo(store.recall("cache/x/1").orElseThrow());
            }
        }
    }

    @Test
    void letsFiftyWritersOfTheSameBytesAgree() throws Exception {
        try (ArtifactStore store = store();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ArtifactRef>> writers = IntStream.range(0, 50)
                    .<Callable<ArtifactRef>>mapToObj(i -> () -> store.write("runs/r/x", "a.txt", "text/plain", BYTES))
                    .toList();

            List<Future<ArtifactRef>> refs = threads.invokeAll(writers);

            for (Future<ArtifactRef> ref : refs) {
                assertThat(store.read(ref.get())).isEqualTo(BYTES);
                assertThat(ref.get()).isEqualTo(refs.getFirst().get());
            }
        }
    }
}
