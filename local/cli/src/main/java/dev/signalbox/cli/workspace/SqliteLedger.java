package dev.signalbox.cli.workspace;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.runtime.store.Ledger;
import dev.signalbox.runtime.store.LedgerChain;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ledger in one SQLite file. Each method is one transaction; compare-and-set happens under SQLite's
/// write lock.
public final class SqliteLedger implements Ledger {
    private static final String[] SCHEMA = {
        "CREATE TABLE IF NOT EXISTS entry (run_id TEXT, sequence INTEGER, document TEXT NOT NULL, PRIMARY KEY (run_id, sequence)) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS head (run_id TEXT PRIMARY KEY, entries INTEGER NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS claim (pipeline TEXT, dataset_version TEXT, run_id TEXT NOT NULL, PRIMARY KEY (pipeline, dataset_version)) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS run (run_id TEXT PRIMARY KEY, pipeline TEXT NOT NULL, started_at TEXT NOT NULL, document TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS model_version (pipeline TEXT, version INTEGER, document TEXT NOT NULL, PRIMARY KEY (pipeline, version)) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS register (pipeline TEXT, name TEXT, version INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (pipeline, name)) WITHOUT ROWID"
    };

    /// No run's id has a `#`.
    private static final String OPERATOR = "operator#";

    private final SqliteDatabase database;
    private final Clock clock;

    /// @param file made when it does not exist
    /// @param clock for the time of entries
    public SqliteLedger(Path file, Clock clock) {
        this.database = new SqliteDatabase(file, SCHEMA);
        this.clock = clock;
    }

    @Override
    public LedgerEntry append(String runId, LedgerEvent event) {
        return database.write(connection -> {
            Optional<LedgerEntry> last = Rows.first(
                    connection,
                    LedgerEntry.class,
                    "SELECT document FROM entry WHERE run_id = ? ORDER BY sequence DESC LIMIT 1",
                    runId);
            LedgerEntry entry = LedgerChain.next(runId, last.orElse(null), clock.instant(), event);
            Rows.update(connection, "INSERT INTO entry VALUES (?, ?, ?)", runId, entry.sequence(), Rows.json(entry));
            Rows.update(
                    connection, "INSERT OR REPLACE INTO head VALUES (?, ?, ?)", runId, entry.sequence(), entry.hash());
            return entry;
        });
    }

    /// A run's chain as its rows have it, for who checks whether it is still what was written.
    public StoredChain stored(String runId) {
        return database.read(connection -> {
            List<StoredEntry> entries = Rows.each(
                    connection,
                    row -> new StoredEntry(row.getLong(1), row.getString(2)),
                    "SELECT sequence, document FROM entry WHERE run_id = ? ORDER BY sequence",
                    runId);
            List<Head> heads = Rows.each(
                    connection,
                    row -> new Head(row.getLong(1), row.getString(2)),
                    "SELECT entries, hash FROM head WHERE run_id = ?",
                    runId);
            return new StoredChain(entries, heads.isEmpty() ? null : heads.getFirst());
        });
    }

    @Override
    public List<LedgerEntry> entries(String runId) {
        return database.read(connection -> Rows.all(
                connection, LedgerEntry.class, "SELECT document FROM entry WHERE run_id = ? ORDER BY sequence", runId));
    }

    @Override
    public LedgerEntry appendOperation(String pipeline, LedgerEvent event) {
        return append(OPERATOR + pipeline, event);
    }

    @Override
    public List<LedgerEntry> operations(String pipeline) {
        return entries(OPERATOR + pipeline);
    }

    @Override
    public String claim(String pipeline, String datasetVersion, String runId) {
        return database.write(connection -> {
            Rows.update(connection, "INSERT OR IGNORE INTO claim VALUES (?, ?, ?)", pipeline, datasetVersion, runId);
            return Rows.firstText(
                            connection,
                            "SELECT run_id FROM claim WHERE pipeline = ? AND dataset_version = ?",
                            pipeline,
                            datasetVersion)
                    .orElse(runId);
        });
    }

    @Override
    public void index(RunRecord run) {
        database.write(connection -> Rows.update(
                connection,
                "INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?)",
                run.runId(),
                run.pipeline(),
                run.startedAt().toString(),
                Rows.json(run)));
    }

    @Override
    public Optional<RunRecord> run(String runId) {
        return database.read(connection ->
                Rows.first(connection, RunRecord.class, "SELECT document FROM run WHERE run_id = ?", runId));
    }

    @Override
    public List<RunRecord> runs(@Nullable String pipeline, int limit) {
        String condition = pipeline == null ? "? IS NOT NULL" : "pipeline = ?";
        return database.read(connection -> Rows.all(
                connection,
                RunRecord.class,
                "SELECT document FROM run WHERE " + condition + " ORDER BY started_at DESC, run_id DESC LIMIT ?",
                pipeline == null ? "" : pipeline,
                limit));
    }

    @Override
    public Optional<ModelVersion> champion(String pipeline) {
        return database.read(connection -> latest(connection, pipeline));
    }

    @Override
    public List<ModelVersion> versions(String pipeline) {
        return database.read(connection -> Rows.all(
                connection,
                ModelVersion.class,
                "SELECT document FROM model_version WHERE pipeline = ? ORDER BY version DESC",
                pipeline));
    }

    @Override
    public boolean moveChampion(int expectedVersion, ModelVersion next) {
        return database.write(connection -> {
            int current = latest(connection, next.pipeline())
                    .map(ModelVersion::version)
                    .orElse(0);
            if (current != expectedVersion || next.version() != expectedVersion + 1) {
                return false;
            }
            Rows.update(
                    connection,
                    "INSERT INTO model_version VALUES (?, ?, ?)",
                    next.pipeline(),
                    next.version(),
                    Rows.json(next));
            return true;
        });
    }

    @Override
    public Optional<Register> register(String pipeline, String name) {
        return database.read(connection -> current(connection, pipeline, name));
    }

    @Override
    public boolean setRegister(String pipeline, String name, int expectedVersion, ArtifactRef value) {
        return database.write(connection -> {
            int current =
                    current(connection, pipeline, name).map(Register::version).orElse(0);
            if (current != expectedVersion) {
                return false;
            }
            Rows.update(
                    connection,
                    "INSERT OR REPLACE INTO register VALUES (?, ?, ?, ?)",
                    pipeline,
                    name,
                    expectedVersion + 1,
                    Rows.json(new Register(expectedVersion + 1, value)));
            return true;
        });
    }

    @Override
    public void close() {
        database.close();
    }

    private static Optional<ModelVersion> latest(Connection connection, String pipeline) throws SQLException {
        return Rows.first(
                connection,
                ModelVersion.class,
                "SELECT document FROM model_version WHERE pipeline = ? ORDER BY version DESC LIMIT 1",
                pipeline);
    }

    private static Optional<Register> current(Connection connection, String pipeline, String name) throws SQLException {
        return Rows.first(
                connection,
                Register.class,
                "SELECT document FROM register WHERE pipeline = ? AND name = ?",
                pipeline,
                name);
    }

    /// A run's rows.
    ///
    /// @param entries by place
    /// @param head null where it is gone
    public record StoredChain(
            List<StoredEntry> entries, @Nullable Head head) {}

    /// A row.
    ///
    /// @param place its number in the chain
    /// @param document the entry's JSON
    public record StoredEntry(long place, String document) {}

    /// What the chain ended with when it was last appended to.
    ///
    /// @param entries how many
    /// @param hash of the last
    public record Head(long entries, String hash) {}
}
