package dev.signalbox.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.aws.client.ClientTimeouts;
import dev.signalbox.aws.testing.Fault;
import dev.signalbox.aws.testing.LocalS3;
import dev.signalbox.aws.testing.TestClients;
import dev.signalbox.aws.testing.Wire;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.runtime.store.ArtifactStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;

/// What becomes of a call to S3 that goes wrong on its way.
class S3FaultsTest {
    private static final byte[] BYTES = "one two three".repeat(1_000).getBytes(StandardCharsets.UTF_8);
    private static final int TRIES = 3;

    private final String bucket = LocalS3.bucket();

    @TempDir
    Path folder;

    private Wire wire;

    @BeforeEach
    void open() throws IOException {
        wire = new Wire(LocalS3.uri());
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest
    @CsvSource({"500, InternalError", "503, SlowDown", "503, ServiceUnavailable", "400, RequestTimeout"})
    void triesAgainWhatS3Refuses(int status, String code) {
        wire.next(Fault.s3(status, code), Fault.s3(status, code));

        ArtifactRef ref = write();

        assertThat(stored(ref)).contains(BYTES);
        assertThat(wire.calls()).hasSize(TRIES);
    }

    @ParameterizedTest
    @CsvSource({"500, InternalError", "503, SlowDown"})
    void saysThatS3IsUnavailable(int status, String code) {
        wire.when(any(), TRIES, Fault.s3(status, code));

        assertThatThrownBy(this::write)
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("S3 answered " + status + " " + code + " while writing s3://" + bucket)
                .hasMessageContaining("request-1")
                .hasMessageContaining("Hint:");
        assertNothingIsThere();
    }

    @Test
    void saysWhatMayNotBeDone() {
        wire.next(Fault.s3(403, "AccessDenied"));

        assertThatThrownBy(this::write)
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("S3 answered 403 AccessDenied while writing s3://" + bucket)
                .hasMessageContaining("role");
        assertThat(wire.calls()).hasSize(1);
    }

    @Test
    void doesNotTakeAClosedStoreForAnEmptyOne() {
        wire.next(Fault.s3(403, "AccessDenied"));

        assertThatThrownBy(() -> store().recall("cache/x/1")).isInstanceOf(DependencyUnavailable.class);
    }

    @Test
    void writesOnceThoughTheAnswerIsLost() {
        wire.next(new Fault.AnswerLost());

        ArtifactRef ref = write();

        assertThat(stored(ref)).contains(BYTES);
        assertThat(wire.calls()).hasSize(2);
    }

    @Test
    void saysThatNobodyAnswers() {
        wire.when(any(), 2 * TRIES, new Fault.Refused());

        assertThatThrownBy(this::write)
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("S3 did not answer while writing s3://" + bucket)
                .hasMessageContaining("Hint:");
        assertNothingIsThere();
    }

    @Test
    void doesNotWaitForASilentServerForEver() {
        wire.when(any(), 2 * TRIES, new Fault.Silence());

        assertThatThrownBy(() -> store(TestClients.HASTY).write("runs/r/x", "a.txt", "text/plain", BYTES))
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("S3 did not answer while writing");
    }

    @Test
    void refusesBytesThatWereDamagedOnTheWayUp() {
        wire.next(new Fault.RequestDamaged());

        assertThatThrownBy(this::write)
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("while writing s3://" + bucket);
        assertNothingIsThere();
    }

    @Test
    void readsAgainWhatWasDamagedOnTheWayDown() {
        ArtifactRef ref = write();
        wire.next(new Fault.AnswerDamaged());

        assertThat(store().read(ref)).isEqualTo(BYTES);
    }

    @Test
    void givesUpOnBytesThatAreAlwaysDamaged() {
        ArtifactRef ref = write();
        wire.when(any(), TRIES, new Fault.AnswerDamaged());

        assertThatThrownBy(() -> store().localFile(ref, folder))
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("damaged the bytes 3 times while reading s3://" + bucket);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void believesTheChecksumThatS3Keeps() {
        SourceRef source = source();
        Fault wrong = new Fault.Instead(200, Map.of("x-amz-checksum-crc32", "AAAAAA=="), "not what was stored");
        wire.when(get(), TRIES, wrong);

        assertThatThrownBy(() -> store().localSource(source, folder))
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("damaged the bytes 3 times while reading s3://" + bucket);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void readsAgainWhatBrokeOff() {
        ArtifactRef ref = write();
        wire.next(new Fault.Truncated(5_000), new Fault.Truncated(0));

        assertThat(store().localFile(ref, folder)).hasBinaryContent(BYTES);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void givesUpOnABodyThatAlwaysBreaksOff() {
        ArtifactRef ref = write();
        SourceRef source = source();
        wire.when(get(), 2 * TRIES, new Fault.Truncated(5_000));

        assertThatThrownBy(() -> store().read(ref))
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("while reading s3://" + bucket);
        assertThatThrownBy(() -> store().localSource(source, folder)).isInstanceOf(DependencyUnavailable.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void doesNotWaitForARestThatNeverComes() {
        ArtifactRef ref = write();
        wire.when(get(), TRIES, new Fault.Stuck(5_000));

        assertThatThrownBy(() -> store(TestClients.HASTY).localFile(ref, folder))
                .isInstanceOf(DependencyUnavailable.class);
        assertThat(folder).isEmptyDirectory();
    }

    private ArtifactRef write() {
        return store().write("runs/r/x", "a.txt", "text/plain", BYTES);
    }

    private SourceRef source() {
        LocalS3.client()
                .putObject(request -> request.bucket(bucket).key("incoming/d.csv"), RequestBody.fromBytes(BYTES));
        return SourceRef.unpinned("s3://" + bucket + "/incoming/d.csv");
    }

    private ArtifactStore store() {
        return store(TestClients.PATIENT);
    }

    private ArtifactStore store(ClientTimeouts timeouts) {
        return new S3ArtifactStore(TestClients.s3(wire.uri(), timeouts), "s3://" + bucket + "/artifacts");
    }

    private Optional<byte[]> stored(ArtifactRef ref) {
        return Optional.of(LocalS3.client()
                .getObjectAsBytes(request ->
                        request.bucket(bucket).key(S3Place.of(ref.uri()).key()))
                .asByteArray());
    }

    private void assertNothingIsThere() {
        assertThat(LocalS3.client()
                        .listObjectsV2(request -> request.bucket(bucket))
                        .contents())
                .isEmpty();
    }

    private static Predicate<Wire.Call> any() {
        return call -> true;
    }

    private static Predicate<Wire.Call> get() {
        return call -> call.method().equals("GET");
    }
}
