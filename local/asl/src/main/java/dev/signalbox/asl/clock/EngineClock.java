package dev.signalbox.asl.clock;

import java.time.Instant;

/// The time of executions.
public sealed interface EngineClock permits SystemClock, VirtualClock {

    /// The present, to the millisecond.
    Instant now();

    /// The computer's own clock.
    static EngineClock system() {
        return new SystemClock();
    }

    /// A clock that stands still while work is done and jumps when an execution waits, so that a Wait of a
    /// million seconds takes none.
    ///
    /// @param start the time when the first execution starts
    static EngineClock virtual(Instant start) {
        return new VirtualClock(start);
    }
}
