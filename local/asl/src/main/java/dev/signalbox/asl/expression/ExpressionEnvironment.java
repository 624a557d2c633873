package dev.signalbox.asl.expression;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What expressions read from the world: the time for `$now()` and `$millis()`, chance for `$random()` and
/// `$uuid()`. A check on the virtual clock hands in its own, so that two runs give the same bytes.
///
/// @param clock the time; read at most once an evaluation, so that one expression sees one instant
/// @param random chance; called from several threads at once where branches run in parallel, so it must be
///     safe for that
public record ExpressionEnvironment(InstantSource clock, RandomGenerator random) {

    /// The machine's own clock and a cryptographic generator.
    public static ExpressionEnvironment system() {
        return SystemEnvironment.INSTANCE;
    }

    private static final class SystemEnvironment {
        static final ExpressionEnvironment INSTANCE =
                new ExpressionEnvironment(InstantSource.system(), new SecureRandom());
    }
}
