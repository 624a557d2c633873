package dev.signalbox.contract.artifact;

import dev.signalbox.contract.Require;

/// An immutable file in the artifact store; a reader checks the hash.
///
/// @param uri absolute, as the store that wrote it understands it (`file:`, `s3:`)
/// @param sha256 of the bytes, 64 lower-case hexadecimal digits
/// @param sizeBytes 0 or more
/// @param mediaType such as `application/vnd.apache.parquet`
public record ArtifactRef(String uri, String sha256, long sizeBytes, String mediaType) {
    public ArtifactRef {
        Require.notBlank(uri, "uri");
        Require.that(isHash(sha256), "sha256 is '" + sha256 + "'; expected 64 lower-case hexadecimal digits");
        Require.inRange(sizeBytes, 0, Long.MAX_VALUE, "sizeBytes");
        Require.notBlank(mediaType, "mediaType");
    }

    private static boolean isHash(String text) {
        return text != null && text.length() == 64 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
