package dev.signalbox.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.aws.testing.Fault;
import dev.signalbox.aws.testing.TestClients;
import dev.signalbox.aws.testing.Wire;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.store.ArtifactStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Buckets with versions, which s3proxy does not have: what we ask, and S3's answers as its documentation
/// gives them.
class VersionsTest {
    private static final String URI = "s3://bucket/incoming/p/d.csv";

    @TempDir
    Path folder;

    private Wire wire;

    @BeforeEach
    void open() throws IOException {
        wire = new Wire(null);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void pinsTheVersionOfABucketThatKeepsThem() {
        wire.next(head(Map.of("ETag", "\"e1\"", "x-amz-version-id", "v.1")));

        assertThat(store().pin(SourceRef.unpinned(URI))).isEqualTo(new SourceRef(URI, "version:v.1", 3));
    }

    @Test
    void pinsTheETagOfAnObjectFromBeforeThereWereVersions() {
        wire.next(head(Map.of("ETag", "\"e1\"", "x-amz-version-id", "null")));

        assertThat(store().pin(SourceRef.unpinned(URI)).versionTag()).isEqualTo("etag:\"e1\"");
    }

    @Test
    void looksAtThePinnedVersionAlone() {
        wire.next(head(Map.of("ETag", "\"e1\"", "x-amz-version-id", "v.1")));
        SourceRef pinned = new SourceRef(URI, "version:v.1", 3);

        assertThat(store().pin(pinned)).isEqualTo(pinned);
        assertThat(wire.calls().getFirst().line()).isEqualTo("HEAD /bucket/incoming/p/d.csv?versionId=v.1");
    }

    @Test
    void fetchesThePinnedVersionThoughANewerOneIsThere() {
        wire.next(new Fault.Instead(200, Map.of("x-amz-version-id", "v.1"), "abc"));

        assertThat(store().localSource(new SourceRef(URI, "version:v.1", 3), folder))
                .hasContent("abc")
                .hasExtension("csv");
        assertThat(wire.calls().getFirst().line()).isEqualTo("GET /bucket/incoming/p/d.csv?versionId=v.1");
        assertThat(wire.calls().getFirst().headers()).doesNotContainKey("If-match");
    }

    @Test
    void fetchesWithoutAVersionOnlyWhatHasTheETag() {
        wire.next(Fault.s3(412, "PreconditionFailed"));

        assertThatThrownBy(() -> store().localSource(new SourceRef(URI, "etag:\"e1\"", 3), folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(URI + " changed while the run was reading it")
                .hasMessageContaining("Hint:");
        assertThat(wire.calls().getFirst().headers().getFirst("If-Match")).isEqualTo("\"e1\"");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysThatAVersionIsGone() {
        wire.next(Fault.s3(404, "NoSuchVersion"));

        assertThatThrownBy(() -> store().localSource(new SourceRef(URI, "version:v.1", 3), folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no longer that version");
    }

    private ArtifactStore store() {
        return new S3ArtifactStore(TestClients.s3(wire.uri(), TestClients.PATIENT), "s3://bucket");
    }

    private static Fault head(Map<String, String> headers) {
        return new Fault.Instead(200, headers, "abc");
    }
}
