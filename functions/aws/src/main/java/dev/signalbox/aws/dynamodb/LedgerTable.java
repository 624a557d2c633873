package dev.signalbox.aws.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.aws.AwsFailures;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Reads and writes records as items of the one table. Every read is a consistent one.
final class LedgerTable {
    private static final String DOCUMENT = "document";

    private final DynamoDbClient client;
    private final String name;

    LedgerTable(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /// An item that holds a record.
    static Map<String, AttributeValue> item(
            String partition, String sort, Object contractRecord, Map<String, AttributeValue> more) {
        Map<String, AttributeValue> item = new HashMap<>(more);
        item.putAll(Keys.key(partition, sort));
        item.put(DOCUMENT, Keys.text(json(contractRecord)));
        return item;
    }

    /// Writes an item under a condition.
    ///
    /// @param condition an expression; null for none
    /// @return empty when it was written; what stands there when the condition did not hold
    Optional<Map<String, AttributeValue>> put(
            Map<String, AttributeValue> item, @Nullable String condition, Map<String, AttributeValue> values) {
        return guarded("writing", () -> {
            try {
                client.putItem(request -> request.tableName(name)
                        .item(item)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values.isEmpty() ? null : values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
                return Optional.empty();
            } catch (ConditionalCheckFailedException e) {
                return Optional.of(e.hasItem() ? e.item() : Map.of());
            }
        });
    }

    /// Writes all items or none.
    void putTogether(List<Map<String, AttributeValue>> items) {
        List<TransactWriteItem> writes = items.stream()
                .map(item -> TransactWriteItem.builder()
                        .put(put -> put.tableName(name).item(item))
                        .build())
                .toList();
        guarded("writing", () -> client.transactWriteItems(request -> request.transactItems(writes)));
    }

    /// One record.
    <T> Optional<T> get(String partition, String sort, Class<T> type) {
        Map<String, AttributeValue> item = guarded(
                        "reading",
                        () -> client.getItem(request -> request.tableName(name)
                                .key(Keys.key(partition, sort))
                                .consistentRead(true)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(read(item, type));
    }

    /// Records of a partition whose sort key begins with a text, page by page until there are enough.
    ///
    /// @param limit of records
    <T> List<T> query(String partition, String sortPrefix, boolean ascending, int limit, Class<T> type) {
        List<T> found = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            QueryRequest.Builder page = QueryRequest.builder()
                    .tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                    .expressionAttributeValues(Map.of(":pk", Keys.text(partition), ":prefix", Keys.text(sortPrefix)))
                    .scanIndexForward(ascending)
                    .limit(limit - found.size());
            if (!from.isEmpty()) {
                page.exclusiveStartKey(from);
            }
            QueryResponse answer = guarded("reading", () -> client.query(page.build()));
            answer.items().forEach(item -> found.add(read(item, type)));
            from = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of();
        } while (!from.isEmpty() && found.size() < limit);
        return found;
    }

    void close() {
        client.close();
    }

    private <T> T guarded(String doing, Supplier<T> work) {
        try {
            return work.get();
        } catch (ResourceNotFoundException e) {
            throw new InvalidInput(
                    "There is no DynamoDB table '" + name + "' here.",
                    "Check the table's name and the region; the deployment makes the table.",
                    e);
        } catch (SdkException e) {
            throw AwsFailures.of("DynamoDB", doing + " the table " + name, e);
        }
    }

    private static <T> T read(Map<String, AttributeValue> item, Class<T> type) {
        try {
            return ContractJson.LENIENT.readValue(item.get(DOCUMENT).s(), type);
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure(
                    "An item of the ledger is no " + type.getSimpleName() + ".",
                    "It was written by another version, or by hand; report this.",
                    e);
        }
    }

    private static String json(Object contractRecord) {
        try {
            return ContractJson.LENIENT.writeValueAsString(contractRecord);
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure(
                    contractRecord.getClass().getName() + " cannot be written as JSON.", "Report this defect.", e);
        }
    }
}
