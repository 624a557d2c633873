package dev.signalbox.runtime.testing;

import dev.signalbox.runtime.store.Ledger;
import java.time.Clock;

class MemoryLedgerTest extends LedgerContract {
    private final Ledger ledger = new MemoryLedger(Clock.systemUTC());

    @Override
    protected Ledger ledger() {
        return ledger;
    }
}
