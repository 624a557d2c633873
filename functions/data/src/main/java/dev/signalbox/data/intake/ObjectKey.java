package dev.signalbox.data.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.failure.InvalidInput;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The key of an object: `incoming/<pipeline>/<file>` starts a run, anything else does not.
///
/// EventBridge gives keys as they are, S3's older notifications URL-encoded; where the two readings differ,
/// both are looked for, the plain one first.
final class ObjectKey {
    private static final String PREFIX = "incoming/";
    private static final int PARTS = 3;

    private ObjectKey() {}

    static Trigger read(JsonNode detail) {
        String bucket = detail.path("bucket").path("name").asText("");
        String key = detail.path("object").path("key").asText("");
        if (bucket.isBlank() || key.isBlank()) {
            throw new InvalidInput(
                    "An S3 event names no bucket or no key; expected detail.bucket.name and detail.object.key.",
                    "Compare it with events/intake/s3-object-created.json.");
        }
        String plain = decoded(key);
        String[] parts = plain.split("/", -1);
        if (!plain.startsWith(PREFIX) || parts.length != PARTS || parts[1].isEmpty()) {
            return new Trigger.Ignored("The key '" + plain + "' is not of the form incoming/<pipeline>/<file>.");
        }
        String file = parts[PARTS - 1];
        if (isMarker(file, detail.path("object").path("size").asLong(-1))) {
            return new Trigger.Ignored("The key '" + plain + "' is a folder or a marker, not data.");
        }
        List<String> uris = new ArrayList<>(List.of(uri(bucket, key)));
        if (!plain.equals(key)) {
            uris.add(uri(bucket, plain));
        }
        return new Trigger.Arrived(parts[1], uris);
    }

    /// What consoles and tools leave behind: `folder/`, `.keep`, `_SUCCESS`, `x_$folder$`, and an empty
    /// object without an extension. An empty `data.csv` is data that went wrong and must not pass in
    /// silence.
    private static boolean isMarker(String file, long sizeBytes) {
        return file.isEmpty()
                || file.startsWith(".")
                || file.startsWith("_")
                || file.endsWith("_$folder$")
                || (sizeBytes == 0 && file.indexOf('.') < 0);
    }

    private static String decoded(String key) {
        if (key.indexOf('%') < 0 && key.indexOf('+') < 0) {
            return key;
        }
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            // A lone percent sign: the key is plain.
            return key;
        }
    }

    private static String uri(String bucket, String key) {
        try {
            return new URI("s3", bucket, "/" + key, null, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new InvalidInput(
                    "The bucket '" + bucket + "' and key '" + key + "' make no URI.", "Rename the object.", e);
        }
    }
}
