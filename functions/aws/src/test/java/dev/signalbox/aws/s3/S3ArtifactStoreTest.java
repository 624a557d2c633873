package dev.signalbox.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.aws.testing.LocalS3;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.store.ArtifactStore;
import dev.signalbox.runtime.testing.ArtifactStoreContract;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

class S3ArtifactStoreTest extends ArtifactStoreContract {
    private static final int PART_BYTES = 5 << 20;

    private final String bucket = LocalS3.bucket();

    @Override
    protected ArtifactStore store() {
        return new S3ArtifactStore(
                LocalS3.client(), "s3://" + bucket + "/artifacts", new PartSizes(PART_BYTES, PART_BYTES));
    }

    @Override
    protected void damage(ArtifactRef ref) {
        LocalS3.client().putObject(request -> place(ref.uri(), request), RequestBody.fromString("damaged"));
    }

    @Override
    protected void remove(ArtifactRef ref) {
        S3Place place = S3Place.of(ref.uri());
        LocalS3.client().deleteObject(request -> request.bucket(place.bucket()).key(place.key()));
    }

    @Override
    protected SourceRef source(String name, byte[] bytes) {
        String uri = "s3://" + bucket + "/incoming/" + name;
        LocalS3.client().putObject(request -> place(uri, request), RequestBody.fromBytes(bytes));
        return SourceRef.unpinned(uri);
    }

    @Override
    protected SourceRef missingSource(String name) {
        return SourceRef.unpinned("s3://" + bucket + "/incoming/" + name);
    }

    @Test
    void sendsALargeFileInPartsAndGetsItBackWhole() throws Exception {
        byte[] bytes = new byte[2 * PART_BYTES + 12_345];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("large.bin"), bytes);

        ArtifactRef ref = store().write("runs/r/x", "large.bin", "application/octet-stream", file);

        assertThat(ref.sizeBytes()).isEqualTo(bytes.length);
        assertThat(Files.mismatch(file, store().localFile(ref, folder))).isEqualTo(-1);
        assertThat(store().read(ref)).isEqualTo(bytes);
        assertThat(LocalS3.client()
                        .headObject(request ->
                                request.bucket(bucket).key(S3Place.of(ref.uri()).key()))
                        .eTag())
                .endsWith("-3\"");
    }

    @Test
    void hearsThatALargeBodyIsThereAlready() throws Exception {
        Path file = Files.write(folder.resolve("large.bin"), new byte[PART_BYTES - 1]);

        ArtifactRef first = store().write("runs/r/x", "large.bin", "application/octet-stream", file);

        assertThat(store().write("runs/r/x", "large.bin", "application/octet-stream", file))
                .isEqualTo(first);
    }

    @Test
    void keepsTheMediaTypeAndStaysUnderItsPrefix() {
        ArtifactRef ref = store().write("runs/r/x", "a.json", "application/json", new byte[] {1});

        assertThat(ref.uri()).startsWith("s3://" + bucket + "/artifacts/runs/r/x/a-");
        assertThat(LocalS3.client()
                        .headObject(request ->
                                request.bucket(bucket).key(S3Place.of(ref.uri()).key()))
                        .contentType())
                .isEqualTo("application/json");
    }

    @Test
    void leavesNoPartOfADownloadBehindWhenTheBytesAreWrong() {
        ArtifactRef ref = store().write("runs/r/x", "a.txt", "text/plain", "abc".getBytes(StandardCharsets.UTF_8));
        damage(ref);

        assertThatThrownBy(() -> store().localFile(ref, folder)).isInstanceOf(ArtifactDamaged.class);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void fetchesAnArtifactOnceAndRepairsADamagedCopy() throws Exception {
        ArtifactRef ref = store().write("runs/r/x", "a.txt", "text/plain", "abc".getBytes(StandardCharsets.UTF_8));
        Path first = store().localFile(ref, folder);
        Files.writeString(first, "damaged");

        assertThat(store().localFile(ref, folder)).isEqualTo(first).hasContent("abc");
    }

    @Test
    void saysThatThereIsNoBucket() {
        ArtifactStore lost = new S3ArtifactStore(LocalS3.client(), "s3://no-such-bucket/x");

        assertThatThrownBy(() -> lost.write("a", "b.txt", "text/plain", new byte[] {1}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("There is no bucket 'no-such-bucket'")
                .hasMessageContaining("Hint:");
        assertThatThrownBy(() -> lost.recall("cache/x"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("There is no bucket");
    }

    @Test
    void refusesAVersionThatItDidNotWrite() {
        SourceRef odd = new SourceRef("s3://" + bucket + "/incoming/d.csv", "17 o'clock", 3);

        assertThatThrownBy(() -> store().localSource(odd, folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("17 o'clock")
                .hasMessageContaining("version:<id> or etag:<etag>");
    }

    private static void place(String uri, software.amazon.awssdk.services.s3.model.PutObjectRequest.Builder request) {
        S3Place place = S3Place.of(uri);
        request.bucket(place.bucket()).key(place.key());
    }
}
