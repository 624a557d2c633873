package dev.signalbox.asl.durable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.durable.SqliteDatabase.Sql;
import dev.signalbox.asl.history.EventType;
import dev.signalbox.asl.history.HistoryEvent;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads and writes the rows of executions.
final class SqliteRows {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(new ExactNumbers())
            .build();

    /// Reads a number as what wrote it: a double where the text is a double's own, the exact decimal
    /// otherwise.
    private static final class ExactNumbers extends JsonNodeFactory {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueNode numberNode(@Nullable BigDecimal number) {
            if (number != null && new BigDecimal(Double.toString(number.doubleValue())).compareTo(number) == 0) {
                return numberNode(number.doubleValue());
            }
            return super.numberNode(number);
        }
    }

    private SqliteRows() {}

    /// A kept execution with the key of its rows.
    ///
    /// @param key the key
    /// @param execution what is kept
    record Found(long key, StoredExecution execution) {}

    static @Nullable Found find(SqliteDatabase database, String name) throws SQLException, JsonProcessingException {
        PreparedStatement find = database.prepare(Sql.FIND);
        find.setString(1, name);
        try (ResultSet row = find.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            long key = row.getLong(1);
            var header = new StoredExecution.Header(
                    name,
                    row.getString(2),
                    row.getString(3),
                    json(row.getString(4)),
                    Instant.ofEpochMilli(row.getLong(5)));
            String output = row.getString(7);
            var outcome = new StoredExecution.Outcome(
                    ExecutionStatus.valueOf(row.getString(6)),
                    output == null ? null : json(output),
                    row.getString(8),
                    row.getString(9));
            return new Found(
                    key,
                    new StoredExecution(
                            header, outcome, strands(database, key), parts(database, key), events(database, key)));
        }
    }

    private static List<StoredExecution.Strand> strands(SqliteDatabase database, long key)
            throws SQLException, JsonProcessingException {
        PreparedStatement select = database.prepare(Sql.STRANDS);
        select.setLong(1, key);
        List<StoredExecution.Strand> strands = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                strands.add(new StoredExecution.Strand(row.getLong(1), json(row.getString(2))));
            }
        }
        return strands;
    }

    private static List<StoredExecution.Part> parts(SqliteDatabase database, long key)
            throws SQLException, JsonProcessingException {
        PreparedStatement select = database.prepare(Sql.PARTS);
        select.setLong(1, key);
        List<StoredExecution.Part> parts = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                parts.add(new StoredExecution.Part(row.getLong(1), row.getInt(2), json(row.getString(3))));
            }
        }
        return parts;
    }

    private static List<HistoryEvent> events(SqliteDatabase database, long key)
            throws SQLException, JsonProcessingException {
        PreparedStatement select = database.prepare(Sql.EVENTS);
        select.setLong(1, key);
        List<HistoryEvent> events = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                events.add(new HistoryEvent(
                        row.getLong(1),
                        row.getLong(2),
                        Instant.ofEpochMilli(row.getLong(3)),
                        EventType.ofAwsName(row.getString(4)),
                        row.getString(5),
                        json(row.getString(6))));
            }
        }
        return events;
    }

    static void create(SqliteDatabase database, StoredExecution.Header header) throws SQLException {
        PreparedStatement create = database.prepare(Sql.CREATE);
        create.setString(1, header.executionName());
        create.setString(2, header.machineName());
        create.setString(3, header.definitionSha256());
        create.setString(4, header.input().toString());
        create.setLong(5, header.startedAt().toEpochMilli());
        create.setString(6, ExecutionStatus.RUNNING.name());
        create.executeUpdate();
    }

    static void write(SqliteDatabase database, long key, Checkpoint checkpoint) throws SQLException {
        outcome(database, key, checkpoint.outcome());
        for (StoredExecution.Strand strand : checkpoint.changed()) {
            run(database, Sql.PUT_STRAND, key, strand.id(), strand.body().toString());
        }
        for (Long strand : checkpoint.ended()) {
            run(database, Sql.END_STRAND, key, strand);
        }
        for (Long strand : checkpoint.finished()) {
            run(database, Sql.END_PARTS, key, strand);
        }
        for (StoredExecution.Part part : checkpoint.parts()) {
            run(
                    database,
                    Sql.PUT_PART,
                    key,
                    part.strandId(),
                    part.ordinal(),
                    part.body().toString());
        }
        for (HistoryEvent event : checkpoint.events()) {
            run(
                    database,
                    Sql.PUT_EVENT,
                    key,
                    event.id(),
                    event.previousEventId(),
                    event.timestamp().toEpochMilli(),
                    event.type().awsName(),
                    event.name(),
                    event.details().toString());
        }
    }

    private static void outcome(SqliteDatabase database, long key, StoredExecution.Outcome outcome)
            throws SQLException {
        if (outcome.status() != ExecutionStatus.RUNNING) {
            run(
                    database,
                    Sql.OUTCOME,
                    outcome.status().name(),
                    outcome.output() == null ? null : outcome.output().toString(),
                    outcome.error(),
                    outcome.cause(),
                    key);
        }
    }

    private static void run(SqliteDatabase database, Sql sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = database.prepare(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
