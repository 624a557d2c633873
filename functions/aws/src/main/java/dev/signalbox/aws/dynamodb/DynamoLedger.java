package dev.signalbox.aws.dynamodb;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.runtime.store.Ledger;
import dev.signalbox.runtime.store.LedgerChain;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The ledger in one DynamoDB table. Whatever must happen once is a conditional write, so that any number of
/// functions may write at a time and none is lost.
public final class DynamoLedger implements Ledger {
    private static final String ABSENT = "attribute_not_exists(pk)";
    private static final String RUN_ID = "runId";
    private static final String VERSION = "version";

    /// Events of a dataset version that arrive later than this find its claim gone.
    private static final Duration CLAIM_LIFE = Duration.ofDays(400);

    /// Far more than writers of one run; each round has a winner, so that a writer waits for the others at
    /// most.
    private static final int APPEND_ROUNDS = 1_000;

    private final LedgerTable table;
    private final Clock clock;

    /// @param client closed with the ledger
    /// @param table its name
    /// @param clock for the time of entries
    public DynamoLedger(DynamoDbClient client, String table, Clock clock) {
        this.table = new LedgerTable(client, table);
        this.clock = clock;
    }

    @Override
    public LedgerEntry append(String runId, LedgerEvent event) {
        for (int round = 0; round < APPEND_ROUNDS; round++) {
            LedgerEntry last =
                    latest(Keys.chain(runId), Keys.ENTRY, LedgerEntry.class).orElse(null);
            LedgerEntry entry = LedgerChain.next(runId, last, clock.instant(), event);
            var item = LedgerTable.item(Keys.chain(runId), Keys.entry(entry.sequence()), entry, Map.of());
            if (table.put(item, ABSENT, Map.of()).isEmpty()) {
                return entry;
            }
        }
        throw new DependencyUnavailable(
                "The ledger of run " + runId + " was written by others " + APPEND_ROUNDS + " times in a row.",
                "It is tried again; if this goes on, something writes the same run without end.");
    }

    @Override
    public List<LedgerEntry> entries(String runId) {
        return table.query(Keys.chain(runId), Keys.ENTRY, true, Integer.MAX_VALUE, LedgerEntry.class);
    }

    @Override
    public String claim(String pipeline, String datasetVersion, String runId) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.key(Keys.claims(pipeline), datasetVersion));
        item.put(RUN_ID, Keys.text(runId));
        item.put("expiresAt", Keys.number(clock.instant().plus(CLAIM_LIFE).getEpochSecond()));
        return table.put(item, ABSENT, Map.of())
                .map(holder -> holder.get(RUN_ID).s())
                .orElse(runId);
    }

    @Override
    public void index(RunRecord run) {
        String sort = Keys.startedAt(run.startedAt(), run.runId());
        table.putTogether(List.of(
                LedgerTable.item(Keys.chain(run.runId()), "record", run, Map.of()),
                LedgerTable.item(Keys.runs(run.pipeline()), sort, run, Map.of()),
                LedgerTable.item(Keys.ALL_RUNS, sort, run, Map.of())));
    }

    @Override
    public Optional<RunRecord> run(String runId) {
        return table.get(Keys.chain(runId), "record", RunRecord.class);
    }

    @Override
    public List<RunRecord> runs(@Nullable String pipeline, int limit) {
        String partition = pipeline == null ? Keys.ALL_RUNS : Keys.runs(pipeline);
        return table.query(partition, "", false, limit, RunRecord.class);
    }

    @Override
    public Optional<ModelVersion> champion(String pipeline) {
        return latest(Keys.models(pipeline), "", ModelVersion.class);
    }

    @Override
    public List<ModelVersion> versions(String pipeline) {
        return table.query(Keys.models(pipeline), "", false, Integer.MAX_VALUE, ModelVersion.class);
    }

    @Override
    public boolean moveChampion(int expectedVersion, ModelVersion next) {
        int current = champion(next.pipeline()).map(ModelVersion::version).orElse(0);
        if (current != expectedVersion || next.version() != expectedVersion + 1) {
            return false;
        }
        // Versions are never deleted: whoever comes second finds this number taken.
        var item = LedgerTable.item(Keys.models(next.pipeline()), Keys.version(next.version()), next, Map.of());
        return table.put(item, ABSENT, Map.of()).isEmpty();
    }

    @Override
    public Optional<Register> register(String pipeline, String name) {
        return table.get(Keys.registers(pipeline), name, Register.class);
    }

    @Override
    public boolean setRegister(String pipeline, String name, int expectedVersion, ArtifactRef value) {
        Register next = new Register(expectedVersion + 1, value);
        var item = LedgerTable.item(Keys.registers(pipeline), name, next, Map.of(VERSION, Keys.number(next.version())));
        return expectedVersion == 0
                ? table.put(item, ABSENT, Map.of()).isEmpty()
                : table.put(item, "version = :seen", Map.of(":seen", Keys.number(expectedVersion)))
                        .isEmpty();
    }

    @Override
    public void close() {
        table.close();
    }

    private <T> Optional<T> latest(String partition, String sortPrefix, Class<T> type) {
        return table.query(partition, sortPrefix, false, 1, type).stream().findFirst();
    }
}
