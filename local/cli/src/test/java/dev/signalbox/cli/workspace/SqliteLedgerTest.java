package dev.signalbox.cli.workspace;

import dev.signalbox.runtime.store.Ledger;
import dev.signalbox.runtime.testing.LedgerContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest extends LedgerContract {
    @TempDir
    Path folder;

    @Override
    protected Ledger ledger() {
        return new SqliteLedger(folder.resolve("ledger.db"), Clock.systemUTC());
    }
}
