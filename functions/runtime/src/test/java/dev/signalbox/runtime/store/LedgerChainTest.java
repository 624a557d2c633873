package dev.signalbox.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LedgerChainTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private final LedgerEntry first = LedgerChain.next("r", null, NOW, new LedgerEvent.StageFailed("a", "e", "m"));
    private final LedgerEntry second = LedgerChain.next("r", first, NOW, new LedgerEvent.StageFailed("b", "e", "m"));

    @Test
    void acceptsAnUnbrokenChain() {
        assertThat(LedgerChain.follows(null, first)).isTrue();
        assertThat(LedgerChain.follows(first, second)).isTrue();
    }

    @Test
    void noticesAChangedAMissingAndAReorderedEntry() {
        LedgerEntry changed = new LedgerEntry(
                "r", 2, NOW, new LedgerEvent.StageFailed("c", "e", "m"), second.previousHash(), second.hash());

        assertThat(LedgerChain.follows(first, changed)).isFalse();
        assertThat(LedgerChain.follows(null, second)).isFalse();
        assertThat(LedgerChain.follows(second, first)).isFalse();
    }
}
