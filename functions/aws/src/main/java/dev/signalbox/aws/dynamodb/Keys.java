package dev.signalbox.aws.dynamodb;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The keys of the one table: a partition key `pk` and a sort key `sk`, both texts. Sort keys are padded, so
/// that they sort as their numbers do.
final class Keys {
    static final String PARTITION = "pk";
    static final String SORT = "sk";

    /// Lists the runs of every pipeline.
    static final String ALL_RUNS = "runs";

    /// Begins the sort key of every entry.
    static final String ENTRY = "entry#";

    private Keys() {}

    static String chain(String runId) {
        return "run#" + runId;
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

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(PARTITION, text(partition), SORT, text(sort));
    }
}
