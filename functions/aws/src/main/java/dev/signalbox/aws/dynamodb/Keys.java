package dev.signalbox.aws.dynamodb;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The keys of the one table, as the package's page lists them. Numbers in sort keys are padded, so that
/// they sort as numbers do.
public final class Keys {
    /// The partition key.
    public static final String PARTITION = "pk";

    /// The sort key.
    public static final String SORT = "sk";

    /// When DynamoDB may delete an item, in seconds since 1970; it takes up to a few days about it.
    public static final String EXPIRES_AT = "expiresAt";

    /// Lists the runs of every pipeline.
    static final String ALL_RUNS = "runs";

    /// Begins the sort key of every entry.
    static final String ENTRY = "entry#";

    private Keys() {}

    /// The partition of all that belongs to a run.
    public static String ofRun(String runId) {
        return "run#" + runId;
    }

    static String operator(String pipeline) {
        return "operator#" + pipeline;
    }

    static String entry(long sequence) {
        return ENTRY + "%019d".formatted(sequence);
    }

    static String claims(String pipeline) {
        return "claim#" + pipeline;
    }

    static String runs(String pipeline) {
        return ALL_RUNS + "#" + pipeline;
    }

    /// Fixed width, unlike an instant's own text, which leaves out zeros.
    static String startedAt(Instant at, String runId) {
        return "%019d#%s".formatted(at.toEpochMilli(), runId);
    }

    static String models(String pipeline) {
        return "model#" + pipeline;
    }

    static String version(int version) {
        return "%010d".formatted(version);
    }

    static String registers(String pipeline) {
        return "register#" + pipeline;
    }

    /// A text as an attribute.
    public static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    /// A number as an attribute.
    public static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /// The key of one item.
    public static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(PARTITION, text(partition), SORT, text(sort));
    }
}
