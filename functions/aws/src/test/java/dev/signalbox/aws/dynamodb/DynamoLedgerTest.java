package dev.signalbox.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.aws.testing.LocalDynamoDb;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.runtime.store.Ledger;
import dev.signalbox.runtime.store.LedgerChain;
import dev.signalbox.runtime.testing.LedgerContract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamoLedgerTest extends LedgerContract {
    private static final int LARGE_BYTES = 300_000;
    private static final int TOO_LARGE_BYTES = 410_000;

    private final String table = LocalDynamoDb.table();

    @Override
    protected Ledger ledger() {
        return at(Clock.systemUTC());
    }

    @Test
    void readsMoreThanAPageOfEntries() {
        // A page of DynamoDB ends at 1 MB.
        for (int i = 0; i < 8; i++) {
            ledger().append("r", failed(LARGE_BYTES));
        }

        List<LedgerEntry> entries = ledger().entries("r");

        assertThat(entries).hasSize(8);
        LedgerEntry last = null;
        for (LedgerEntry entry : entries) {
            assertThat(LedgerChain.follows(last, entry)).isTrue();
            last = entry;
        }
    }

    @Test
    void refusesAnEntryThatNoItemHolds() {
        assertThatThrownBy(() -> ledger().append("r", failed(TOO_LARGE_BYTES)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("DynamoDB holds at most 409600")
                .hasMessageContaining("LedgerEntry")
                .hasMessageContaining("artifact");
        assertThat(ledger().entries("r")).isEmpty();
    }

    @Test
    void reckonsTheSizeOfAnItemAsDynamoDbDoes() {
        int headroom = 0;
        for (int bytes = TOO_LARGE_BYTES; headroom == 0; bytes -= 100) {
            try {
                ledger().append("r", failed(bytes));
                headroom = bytes;
            } catch (InvalidInput e) {
                assertThat(e).hasMessageContaining("DynamoDB holds at most");
            }
        }
        // The largest that we let pass is one that DynamoDB takes.
        assertThat(ledger().entries("r")).hasSize(1);
    }

    @Test
    void givesAnExpiredClaimToTheNext() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(at(now).claim("p", "v", "first")).isEqualTo("first");
        assertThat(at(now.plus(Duration.ofDays(399))).claim("p", "v", "second")).isEqualTo("first");

        // DynamoDB has not deleted it yet, and it counts no more.
        assertThat(at(now.plus(Duration.ofDays(401))).claim("p", "v", "third")).isEqualTo("third");
        assertThat(at(now.plus(Duration.ofDays(402))).claim("p", "v", "fourth")).isEqualTo("third");
    }

    @Test
    void marksClaimsForDeletion() {
        at(Instant.parse("2026-01-01T00:00:00Z")).claim("p", "v", "first");

        assertThat(LocalDynamoDb.client()
                        .getItem(request -> request.tableName(table).key(Keys.key("claim#p", "v")))
                        .item()
                        .get(Keys.EXPIRES_AT)
                        .n())
                .isEqualTo(Long.toString(Instant.parse("2027-02-05T00:00:00Z").getEpochSecond()));
    }

    @Test
    void saysThatThereIsNoTable() {
        Ledger lost = new DynamoLedger(LocalDynamoDb.client(), "no-such-table", Clock.systemUTC());

        assertThatThrownBy(() -> lost.append("r", failed(1)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("There is no DynamoDB table 'no-such-table'")
                .hasMessageContaining("Hint:");
        assertThatThrownBy(() -> lost.champion("p")).isInstanceOf(InvalidInput.class);
    }

    private Ledger at(Instant now) {
        return at(Clock.fixed(now, ZoneOffset.UTC));
    }

    private Ledger at(Clock clock) {
        return new DynamoLedger(LocalDynamoDb.client(), table, clock);
    }

    private static LedgerEvent failed(int bytes) {
        return new LedgerEvent.StageFailed("Ingest", "e", "m".repeat(bytes));
    }
}
