package dev.signalbox.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.aws.testing.Fault;
import dev.signalbox.aws.testing.LocalS3;
import dev.signalbox.aws.testing.TestClients;
import dev.signalbox.aws.testing.Wire;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.runtime.store.ArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Uploads in parts that go wrong on their way.
class PartsTest {
    private static final int PART_BYTES = 5 << 20;
    private static final int TRIES = 3;

    private final String bucket = LocalS3.bucket();

    @TempDir
    Path folder;

    private Wire wire;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        wire = new Wire(LocalS3.uri());
        byte[] bytes = new byte[PART_BYTES + 100];
        new Random(1).nextBytes(bytes);
        file = Files.write(folder.resolve("large.bin"), bytes);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void sendsAPartAgain() {
        wire.when(part(2), 1, Fault.s3(503, "SlowDown"));

        assertThat(store().localFile(write(), folder)).hasSameBinaryContentAs(file);
    }

    @Test
    void leavesNoPartWhenOneIsRefused() {
        wire.when(part(2), TRIES, Fault.s3(500, "InternalError"));

        assertThatThrownBy(this::write)
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("S3 answered 500 InternalError while writing s3://" + bucket);
        assertNothingIsThere();
    }

    @Test
    void leavesNoPartWhenOneIsDamagedOnTheWay() {
        wire.when(part(2), 1, new Fault.RequestDamaged());

        assertThatThrownBy(this::write).isInstanceOf(DependencyUnavailable.class);
        assertNothingIsThere();
    }

    @Test
    void leavesNoPartWhenTheEndIsRefused() {
        wire.when(end(), TRIES, Fault.s3(403, "AccessDenied"));

        assertThatThrownBy(this::write).isInstanceOf(DependencyUnavailable.class);
        assertNothingIsThere();
    }

    @Test
    void takesAnErrorInsideOfAGoodAnswerForAnError() {
        String error = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>InternalError</Code></Error>";
        wire.when(end(), TRIES, new Fault.Instead(200, Map.of("Content-Type", "application/xml"), error));

        assertThatThrownBy(this::write).isInstanceOf(DependencyUnavailable.class);
        assertNothingIsThere();
    }

    @Test
    void isDoneThoughTheAnswerToTheEndIsLost() {
        wire.when(end(), 1, new Fault.AnswerLost());

        assertThat(store().localFile(write(), folder)).hasSameBinaryContentAs(file);
    }

    @Test
    void isDoneThoughTheUploadIsGoneWhenItAsksAgain() {
        wire.when(end(), 1, new Fault.AnswerLost()).when(end(), 1, Fault.s3(404, "NoSuchUpload"));

        assertThat(store().localFile(write(), folder)).hasSameBinaryContentAs(file);
    }

    @Test
    void doesNotTakeALostUploadForADoneOne() {
        wire.when(end(), 1, Fault.s3(404, "NoSuchUpload"));

        assertThatThrownBy(this::write).isInstanceOf(UnexpectedFailure.class).hasMessageContaining("404 NoSuchUpload");
        assertNothingIsThere();
    }

    @Test
    void beginsAnewWhenAnotherWriterIsUnderWay() {
        wire.when(end(), 1, Fault.s3(409, "ConditionalRequestConflict"));

        assertThat(store().localFile(write(), folder)).hasSameBinaryContentAs(file);
        assertThat(wire.calls()).filteredOn(part(1)).hasSize(2);
    }

    @Test
    void saysThatOthersWriteWithoutEnd() {
        wire.when(end(), 10, Fault.s3(409, "ConditionalRequestConflict"));

        assertThatThrownBy(this::write)
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("409 ConditionalRequestConflict");
        assertNothingIsThere();
    }

    @Test
    void sendsNothingThatIsThereAlready() {
        ArtifactRef first = write();
        int calls = wire.calls().size();

        assertThat(write()).isEqualTo(first);
        assertThat(wire.calls()).hasSize(calls + 1);
    }

    private ArtifactRef write() {
        return store().write("runs/r/x", "large.bin", "application/octet-stream", file);
    }

    private ArtifactStore store() {
        return new S3ArtifactStore(
                TestClients.s3(wire.uri(), TestClients.PATIENT),
                "s3://" + bucket,
                new PartSizes(PART_BYTES, PART_BYTES));
    }

    private void assertNothingIsThere() {
        assertThat(LocalS3.client()
                        .listObjectsV2(request -> request.bucket(bucket))
                        .contents())
                .isEmpty();
        assertThat(LocalS3.client()
                        .listMultipartUploads(request -> request.bucket(bucket))
                        .uploads())
                .isEmpty();
    }

    private static Predicate<Wire.Call> part(int number) {
        return call -> call.method().equals("PUT") && call.target().contains("partNumber=" + number);
    }

    private static Predicate<Wire.Call> end() {
        return call -> call.method().equals("POST") && call.target().contains("uploadId=");
    }
}
