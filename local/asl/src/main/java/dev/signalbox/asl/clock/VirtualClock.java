package dev.signalbox.asl.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A clock that is set forward by the engine alone. With it an execution does everything on one thread, in
/// an order that depends on its definition, its input and its tasks only. One execution at a time may use
/// it.
public final class VirtualClock implements EngineClock {

    private volatile Instant now;

    /// @param start the first time it shows
    public VirtualClock(Instant start) {
        this.now = start.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Instant now() {
        return now;
    }

    /// Jumps to a time; one that has passed already changes nothing.
    public void advanceTo(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }
}
