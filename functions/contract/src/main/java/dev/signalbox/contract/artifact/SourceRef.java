package dev.signalbox.contract.artifact;

import dev.signalbox.contract.Require;
import org.jspecify.annotations.Nullable;

/// Data as somebody put it, outside the artifact store, pinned to one version so that a later change is
/// noticed.
///
/// @param uri `file:` or `s3:`
/// @param versionTag what identifies these very bytes to the store: an S3 version or ETag, size and
///     modification time of a file; null where nobody looked yet
/// @param sizeBytes as the store told; -1 where nobody looked yet
public record SourceRef(String uri, @Nullable String versionTag, long sizeBytes) {
    public SourceRef {
        Require.notBlank(uri, "uri");
        Require.inRange(sizeBytes, -1, Long.MAX_VALUE, "sizeBytes");
    }

    /// A source that nobody has looked at yet.
    public static SourceRef unpinned(String uri) {
        return new SourceRef(uri, null, -1);
    }

    /// The last part of the path: a file's name, which came from outside and is never an instruction.
    public String fileName() {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }
}
