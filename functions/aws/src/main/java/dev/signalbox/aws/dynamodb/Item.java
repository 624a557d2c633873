package dev.signalbox.aws.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item of the table.
///
/// @param attributes with its key
public record Item(Map<String, AttributeValue> attributes) {
    private static final String DOCUMENT = "document";

    /// What DynamoDB holds at most, names of attributes counted.
    private static final int MOST_BYTES = 400 * 1024;

    public Item {
        attributes = Map.copyOf(attributes);
    }

    /// A key and nothing else yet.
    public static Item at(String partition, String sort) {
        return new Item(Keys.key(partition, sort));
    }

    /// The item with a record in it.
    ///
    /// Raises [InvalidInput] when that is more than DynamoDB takes.
    public Item document(Object contractRecord) {
        Item full = with(DOCUMENT, Keys.text(json(contractRecord)));
        long sizeBytes = full.sizeBytes();
        if (sizeBytes > MOST_BYTES) {
            throw new InvalidInput(
                    "A " + contractRecord.getClass().getSimpleName() + " for the ledger (" + text(Keys.PARTITION)
                            + ") has " + sizeBytes + " bytes; DynamoDB holds at most " + MOST_BYTES + ".",
                    "Write what is large as an artifact, and only its reference into the ledger.");
        }
        return full;
    }

    /// The item with one attribute more.
    public Item with(String name, AttributeValue value) {
        Map<String, AttributeValue> more = new HashMap<>(attributes);
        more.put(name, value);
        return new Item(more);
    }

    /// Whether the item has an attribute.
    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    /// An attribute's text.
    ///
    /// Raises [UnexpectedFailure] when there is none.
    public String text(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null || value.s() == null) {
            throw new UnexpectedFailure(
                    "An item of the ledger (" + attributes.get(Keys.PARTITION) + ") has no text '" + name + "'.",
                    "It was written by another version, or by hand; report this.");
        }
        return value.s();
    }

    /// The record in the item.
    public <T> T read(Class<T> type) {
        return read(DOCUMENT, type);
    }

    /// The record in an attribute.
    public <T> T read(String name, Class<T> type) {
        try {
            return ContractJson.LENIENT.readValue(text(name), type);
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure(
                    "An item of the ledger (" + text(Keys.PARTITION) + ") holds no " + type.getSimpleName() + ".",
                    "It was written by another version, or by hand; report this.",
                    e);
        }
    }

    /// A record as text.
    public static String json(Object contractRecord) {
        try {
            return ContractJson.LENIENT.writeValueAsString(contractRecord);
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure(
                    contractRecord.getClass().getName() + " cannot be written as JSON.", "Report this defect.", e);
        }
    }

    /// As DynamoDB reckons, rounded up: names and values in UTF-8, a number in at most 21 bytes. Source:
    /// "DynamoDB item sizes and formats" in the DynamoDB developer guide.
    private long sizeBytes() {
        int number = 21;
        return attributes.entrySet().stream()
                .mapToLong(entry -> utf8(entry.getKey())
                        + (entry.getValue().s() == null
                                ? number
                                : utf8(entry.getValue().s())))
                .sum();
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
