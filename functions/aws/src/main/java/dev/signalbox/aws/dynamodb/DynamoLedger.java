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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The ledger in one DynamoDB table. Whatever must happen once is a conditional write, so that any number of
/// functions may write at a time and none is lost.
///
/// The role needs `dynamodb:GetItem` and `dynamodb:Query`; to write `dynamodb:PutItem`.
///
/// Limitations: a claim lasts 400 days; an event that comes later starts a run. A run's line stands under
/// the time of its start, which must not change.
public final class DynamoLedger implements Ledger {
    private static final String RUN_ID = "runId";
    private static final String VERSION = "version";
    private static final String RECORD = "record";
    private static final String ANY = "";
    private static final Duration CLAIM_LIFE = Duration.ofDays(400);

    /// Each round that a writer loses has another winner: far more than a run has writers.
    private static final int APPEND_ROUNDS = 1_000;

    private final RecordTable table;
    private final Clock clock;

    /// @param client left open when the ledger is closed
    /// @param table its name
    /// @param clock for the time of entries
    public DynamoLedger(DynamoDbClient client, String table, Clock clock) {
        this.table = new RecordTable(client, table);
        this.clock = clock;
    }

    @Override
    public LedgerEntry append(String runId, LedgerEvent event) {
        return append(Keys.ofRun(runId), runId, event);
    }

    @Override
    public LedgerEntry appendOperation(String pipeline, LedgerEvent event) {
        String chain = Keys.operator(pipeline);
        return append(chain, chain, event);
    }

    @Override
    public List<LedgerEntry> operations(String pipeline) {
        return all(Keys.operator(pipeline), Keys.ENTRY, true, Integer.MAX_VALUE, LedgerEntry.class);
    }

    private LedgerEntry append(String partition, String runId, LedgerEvent event) {
        for (int round = 0; round < APPEND_ROUNDS; round++) {
            LedgerEntry last = latest(partition, Keys.ENTRY, LedgerEntry.class).orElse(null);
            LedgerEntry entry = LedgerChain.next(runId, last, clock.instant(), event);
            Item item = Item.at(partition, Keys.entry(entry.sequence())).document(entry);
            if (table.put(item, RecordTable.ABSENT, Map.of()).isEmpty()) {
                return entry;
            }
        }
        throw new DependencyUnavailable(
                "The chain " + runId + " was written by others " + APPEND_ROUNDS + " times in a row.",
                "It is tried again; if this goes on, something writes it without end.");
    }

    @Override
    public List<LedgerEntry> entries(String runId) {
        return all(Keys.ofRun(runId), Keys.ENTRY, true, Integer.MAX_VALUE, LedgerEntry.class);
    }

    @Override
    public String claim(String pipeline, String datasetVersion, String runId) {
        Instant now = clock.instant();
        Item item = Item.at(Keys.claims(pipeline), datasetVersion)
                .with(RUN_ID, Keys.text(runId))
                .with(Keys.EXPIRES_AT, Keys.number(now.plus(CLAIM_LIFE).getEpochSecond()));
        // DynamoDB deletes what has expired some time later; until then it counts as gone.
        String free = RecordTable.ABSENT + " OR expiresAt < :now";
        return table.put(item, free, Map.of(":now", Keys.number(now.getEpochSecond())))
                .map(holder -> holder.text(RUN_ID))
                .orElse(runId);
    }

    @Override
    public void index(RunRecord run) {
        String sort = Keys.startedAt(run.startedAt(), run.runId());
        table.putTogether(
                List.of(
                        Item.at(Keys.ofRun(run.runId()), RECORD).document(run),
                        Item.at(Keys.runs(run.pipeline()), sort).document(run),
                        Item.at(Keys.ALL_RUNS, sort).document(run)),
                null);
    }

    @Override
    public Optional<RunRecord> run(String runId) {
        return table.get(Keys.ofRun(runId), RECORD).map(item -> item.read(RunRecord.class));
    }

    @Override
    public List<RunRecord> runs(@Nullable String pipeline, int limit) {
        return all(pipeline == null ? Keys.ALL_RUNS : Keys.runs(pipeline), ANY, false, limit, RunRecord.class);
    }

    @Override
    public Optional<ModelVersion> champion(String pipeline) {
        return latest(Keys.models(pipeline), ANY, ModelVersion.class);
    }

    @Override
    public List<ModelVersion> versions(String pipeline) {
        return all(Keys.models(pipeline), ANY, false, Integer.MAX_VALUE, ModelVersion.class);
    }

    @Override
    public boolean moveChampion(int expectedVersion, ModelVersion next) {
        int current = champion(next.pipeline()).map(ModelVersion::version).orElse(0);
        if (current != expectedVersion || next.version() != expectedVersion + 1) {
            return false;
        }
        // Versions are never deleted: whoever comes second finds this number taken.
        Item item = Item.at(Keys.models(next.pipeline()), Keys.version(next.version()))
                .document(next);
        return table.put(item, RecordTable.ABSENT, Map.of()).isEmpty();
    }

    @Override
    public Optional<Register> register(String pipeline, String name) {
        return table.get(Keys.registers(pipeline), name).map(item -> item.read(Register.class));
    }

    @Override
    public boolean setRegister(String pipeline, String name, int expectedVersion, ArtifactRef value) {
        Register next = new Register(expectedVersion + 1, value);
        Item item = Item.at(Keys.registers(pipeline), name)
                .with(VERSION, Keys.number(next.version()))
                .document(next);
        Optional<Item> other = expectedVersion == 0
                ? table.put(item, RecordTable.ABSENT, Map.of())
                : table.put(item, "version = :seen", Map.of(":seen", Keys.number(expectedVersion)));
        return other.isEmpty();
    }

    /// Nothing of its own to close.
    @Override
    public void close() {}

    private <T> Optional<T> latest(String partition, String sortPrefix, Class<T> type) {
        return all(partition, sortPrefix, false, 1, type).stream().findFirst();
    }

    private <T> List<T> all(String partition, String sortPrefix, boolean ascending, int limit, Class<T> type) {
        return table.query(partition, sortPrefix, ascending, limit).stream()
                .map(item -> item.read(type))
                .toList();
    }
}
