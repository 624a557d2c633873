package dev.signalbox.asl.execution;

import dev.signalbox.asl.definition.State;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before a retry.
final class RetrySchedule {

    private static final double LONGEST_SECONDS = 99_999_999;

    private RetrySchedule() {}

    /// `IntervalSeconds` × `BackoffRate`ⁿ, at most `MaxDelaySeconds`; with full jitter a random part of it.
    ///
    /// @param used how many retries of this retrier came before, from 0
    static Duration delay(State.Retrier retrier, int used, RandomGenerator random) {
        double seconds = (double) retrier.intervalSeconds() * Math.pow(retrier.backoffRate(), used);
        seconds = Math.min(seconds, (double) retrier.maxDelaySeconds().orElse((long) LONGEST_SECONDS));
        if (retrier.fullJitter()) {
            seconds = random.nextDouble() * seconds;
        }
        return Duration.ofMillis(Math.round(Math.min(seconds, LONGEST_SECONDS) * 1000));
    }
}
