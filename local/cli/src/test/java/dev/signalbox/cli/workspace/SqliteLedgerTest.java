package dev.signalbox.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runtime.store.Ledger;
import dev.signalbox.runtime.testing.LedgerContract;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest extends LedgerContract {
    @TempDir
    Path folder;

    @Override
    protected Ledger ledger() {
        return new SqliteLedger(folder.resolve("ledger.db"), Clock.systemUTC());
    }

    @Test
    void opensANewFileSeveralTimesAtOnce() throws Exception {
        for (int round = 0; round < 30; round++) {
            Path file = folder.resolve(round + ".db");
            List<SqliteLedger> ledgers = Stream.generate(() -> new SqliteLedger(file, Clock.systemUTC()))
                    .limit(4)
                    .toList();
            SqliteTaskTokens tokens = new SqliteTaskTokens(file, Clock.systemUTC());

            assertThat(tokens.pending("r")).isEmpty();
            for (SqliteLedger ledger : ledgers) {
                assertThat(ledger.claim("p", "v", "r")).isEqualTo("r");
                ledger.close();
            }
            tokens.close();
        }
    }
}
