package dev.signalbox.aws.s3;

import dev.signalbox.contract.failure.InvalidInput;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// An object, or a prefix of objects.
///
/// @param bucket its bucket
/// @param key without a leading slash; as S3 has it, not as a URI writes it
record S3Place(String bucket, String key) {
    private static final String SCHEME = "s3://";

    /// The place that a URI names, such as `s3://bucket/a%20key`.
    static S3Place of(String uri) {
        int slash = uri.indexOf('/', SCHEME.length());
        String bucket = uri.substring(Math.min(uri.length(), SCHEME.length()), slash < 0 ? uri.length() : slash);
        if (!uri.startsWith(SCHEME) || bucket.isEmpty()) {
            throw new InvalidInput("'" + uri + "' is not an S3 URI.", "Write s3://bucket/key.");
        }
        // A plus sign in a path is a plus sign; only forms of the web read it as a space.
        String path = slash < 0 ? "" : uri.substring(slash + 1).replace("+", "%2B");
        try {
            return new S3Place(bucket, URLDecoder.decode(path, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(
                    "The S3 URI '" + uri + "' has a percent sign that begins no %XX.",
                    "Write a percent sign as %25.",
                    e);
        }
    }

    /// As [#of] reads it.
    String uri() {
        String path = URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
        return SCHEME + bucket + "/" + path;
    }

    /// A place below this one.
    S3Place resolve(String name) {
        return new S3Place(bucket, key.isEmpty() || key.endsWith("/") ? key + name : key + "/" + name);
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
