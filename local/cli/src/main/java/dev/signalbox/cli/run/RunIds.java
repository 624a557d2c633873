package dev.signalbox.cli.run;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Names of runs: the pipeline, the second, and chance, so that names sort by start and never collide.
public final class RunIds {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int CHANCE = 0x10000;

    private RunIds() {}

    /// A new name such as `penguins-20260131-174501-3f9a`.
    public static String next(String pipeline, Instant now) {
        return pipeline + "-" + SECOND.format(now) + "-" + String.format("%04x", new SecureRandom().nextInt(CHANCE));
    }
}
