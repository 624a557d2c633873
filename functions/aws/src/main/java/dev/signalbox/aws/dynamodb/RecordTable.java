package dev.signalbox.aws.dynamodb;

import dev.signalbox.aws.client.AwsFailures;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Reads and writes items of the one table. Every read is a consistent one.
public final class RecordTable {
    /// Nothing stands there yet.
    public static final String ABSENT = "attribute_not_exists(pk)";

    private static final String WRITE_ID = "writeId";
    private static final String NO_CONDITION = "None";
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private final DynamoDbClient client;
    private final String name;

    /// @param client left open
    /// @param name of the table
    public RecordTable(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /// Writes an item under a condition.
    ///
    /// When the answer to a write is lost, the SDK writes again and finds the condition broken by itself; a
    /// mark in the item tells that from another writer.
    ///
    /// @param condition an expression
    /// @param values that the condition names
    /// @return empty when it was written; what stands there when the condition did not hold
    public Optional<Item> put(Item item, String condition, Map<String, AttributeValue> values) {
        Item marked = item.with(WRITE_ID, Keys.text(UUID.randomUUID().toString()));
        return guarded("writing", () -> {
            try {
                client.putItem(request -> request.tableName(name)
                        .item(marked.attributes())
                        .conditionExpression(condition)
                        .expressionAttributeValues(values.isEmpty() ? null : values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
                return Optional.empty();
            } catch (ConditionalCheckFailedException e) {
                Item standing = new Item(e.hasItem() ? e.item() : Map.of());
                return standing.has(WRITE_ID) && standing.text(WRITE_ID).equals(marked.text(WRITE_ID))
                        ? Optional.empty()
                        : Optional.of(standing);
            }
        });
    }

    /// Writes all items or none.
    ///
    /// @param condition that each must meet; null for none
    /// @return false when one did not meet it
    public boolean putTogether(List<Item> items, @Nullable String condition) {
        List<TransactWriteItem> writes = items.stream()
                .map(item -> TransactWriteItem.builder()
                        .put(put -> put.tableName(name).item(item.attributes()).conditionExpression(condition))
                        .build())
                .toList();
        return guarded("writing", () -> {
            try {
                // The SDK gives the transaction a token, under which a repeat is no second write.
                client.transactWriteItems(request -> request.transactItems(writes));
                return true;
            } catch (TransactionCanceledException e) {
                return refused(e);
            }
        });
    }

    /// Changes attributes of an item.
    ///
    /// @param change an update expression
    /// @param condition an expression
    /// @param values that both name
    /// @return empty when it was changed; what stands there when the condition did not hold
    public Optional<Item> update(Item key, String change, String condition, Map<String, AttributeValue> values) {
        return guarded("writing", () -> {
            try {
                client.updateItem(request -> request.tableName(name)
                        .key(key.attributes())
                        .updateExpression(change)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
                return Optional.empty();
            } catch (ConditionalCheckFailedException e) {
                return Optional.of(new Item(e.hasItem() ? e.item() : Map.of()));
            }
        });
    }

    /// One item.
    public Optional<Item> get(String partition, String sort) {
        Map<String, AttributeValue> item = guarded(
                        "reading",
                        () -> client.getItem(request -> request.tableName(name)
                                .key(Keys.key(partition, sort))
                                .consistentRead(true)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(new Item(item));
    }

    /// Items of a partition whose sort key begins with a text, page by page until there are enough.
    ///
    /// @param sortPrefix empty for all of them
    /// @param limit of items
    public List<Item> query(String partition, String sortPrefix, boolean ascending, int limit) {
        // DynamoDB compares no key with an empty text.
        String all = sortPrefix.isEmpty() ? "pk = :pk" : "pk = :pk AND begins_with(sk, :prefix)";
        Item values = new Item(Map.of(":pk", Keys.text(partition)));
        Item named = sortPrefix.isEmpty() ? values : values.with(":prefix", Keys.text(sortPrefix));
        List<Item> found = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            QueryRequest.Builder page = QueryRequest.builder()
                    .tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression(all)
                    .expressionAttributeValues(named.attributes())
                    .scanIndexForward(ascending)
                    .limit(limit - found.size());
            if (!from.isEmpty()) {
                page.exclusiveStartKey(from);
            }
            QueryResponse answer = guarded("reading", () -> client.query(page.build()));
            answer.items().forEach(item -> found.add(new Item(item)));
            from = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of();
        } while (!from.isEmpty() && found.size() < limit);
        return found;
    }

    /// A transaction is refused as a whole; each item has its own reason.
    private boolean refused(TransactionCanceledException e) {
        List<String> reasons = e.cancellationReasons().stream()
                .map(CancellationReason::code)
                .filter(code -> code != null && !code.equals(NO_CONDITION))
                .distinct()
                .toList();
        if (reasons.contains(CONDITION_FAILED)) {
            return false;
        }
        List<String> passing = Arrays.asList(
                "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded", "RequestLimitExceeded");
        if (passing.containsAll(reasons)) {
            throw new DependencyUnavailable(
                    "DynamoDB cancelled a transaction on the table " + name + ": " + String.join(", ", reasons) + ".",
                    "It is tried again; if this goes on, look for what else writes the same items.",
                    e);
        }
        throw AwsFailures.of("DynamoDB", "writing the table " + name, e);
    }

    private <T> T guarded(String doing, Supplier<T> work) {
        return AwsFailures.guarded("DynamoDB", doing + " the table " + name, () -> {
            try {
                return work.get();
            } catch (ResourceNotFoundException e) {
                throw new InvalidInput(
                        "There is no DynamoDB table '" + name + "' here.",
                        "Check the table's name and the region; the deployment makes the table.",
                        e);
            }
        });
    }
}
