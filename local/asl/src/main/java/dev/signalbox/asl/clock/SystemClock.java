package dev.signalbox.asl.clock;

import java.time.Clock;
import java.time.Instant;

/// The computer's own clock.
public final class SystemClock implements EngineClock {

    private final Clock millis = Clock.tickMillis(java.time.ZoneOffset.UTC);

    @Override
    public Instant now() {
        return millis.instant();
    }
}
