package dev.signalbox.infra;

import dev.signalbox.contract.Require;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An object that a schedule reads.
///
/// @param bucket its bucket
/// @param key its key
public record S3Source(String bucket, String key) {
    /// Neither wildcards nor variables of policies: the key goes into one.
    private static final Pattern URI = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/([^*?${}]+)");

    public S3Source {
        Require.notBlank(bucket, "bucket");
        Require.notBlank(key, "key");
    }

    /// What a URI names; empty where it names no object of S3.
    static Optional<S3Source> of(String uri) {
        Matcher matcher = URI.matcher(uri);
        return matcher.matches() ? Optional.of(new S3Source(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
