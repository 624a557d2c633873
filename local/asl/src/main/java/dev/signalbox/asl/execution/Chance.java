package dev.signalbox.asl.execution;

import java.security.SecureRandom;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Where an execution takes its randomness from: jitter, `$random()`, `$uuid()`.
///
/// @param random the source
record Chance(RandomGenerator random) {

    private static final SecureRandom SYSTEM = new SecureRandom();

    /// Chance by seed.
    ///
    /// @param seed makes it repeat itself; absent means it does not
    static Chance of(@Nullable Long seed) {
        return new Chance(seed == null ? SYSTEM : new Random(seed));
    }
}
