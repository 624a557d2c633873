package dev.signalbox.cli.workspace;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.store.Alerts;
import dev.signalbox.runtime.store.ArtifactStore;
import dev.signalbox.runtime.store.Ledger;
import dev.signalbox.runtime.store.PipelineCatalog;
import dev.signalbox.runtime.store.StoreProvider;
import dev.signalbox.runtime.store.TaskTokens;
import java.nio.file.Path;
import java.time.Clock;

/// The ports on this machine: `file:` for artifacts, pipelines and alerts, `sqlite:` for the ledger and open
/// approvals.
public final class WorkspaceProvider implements StoreProvider {
    private static final String SQLITE = "sqlite:";

    @Override
    public boolean serves(String uri) {
        return uri.startsWith("file:") || uri.startsWith(SQLITE);
    }

    @Override
    public ArtifactStore artifacts(String uri) {
        return new FileArtifactStore(FileUris.path(uri));
    }

    @Override
    public Ledger ledger(String uri) {
        return new SqliteLedger(database(uri), Clock.systemUTC());
    }

    @Override
    public PipelineCatalog pipelines(String uri) {
        return new FilePipelines(FileUris.path(uri));
    }

    @Override
    public TaskTokens taskTokens(String uri) {
        return new SqliteTaskTokens(database(uri), Clock.systemUTC());
    }

    @Override
    public Alerts alerts(String uri) {
        return new FileLog(FileUris.path(uri));
    }

    private static Path database(String uri) {
        if (!uri.startsWith(SQLITE)) {
            throw new InvalidInput("'" + uri + "' is not an SQLite URI.", "Write sqlite:///folder/ledger.db.");
        }
        return FileUris.path("file:" + uri.substring(SQLITE.length()));
    }
}
