package dev.signalbox.agent.view;

import dev.signalbox.contract.decision.FailureFact;

/// A failure as planners see it: time and memory in coarse steps, because their exact value differs between
/// two runs of the same input and a decision must not.
///
/// Memory is rounded up to quarters of its limit, seconds down to 0, 1, 4, 16, 64, 256 and so on.
public final class FailureSteps {
    private static final int PARTS = 4;
    private static final double LONGEST_SECONDS = 1_000_000;

    private FailureSteps() {}

    /// The failure in steps.
    public static FailureFact coarse(FailureFact failure) {
        Double seconds = failure.seconds();
        Long used = failure.memoryMb();
        Long limit = failure.memoryLimitMb();
        return new FailureFact(
                failure.state(),
                failure.error(),
                failure.message(),
                failure.attempts(),
                seconds == null ? null : step(seconds),
                used == null || limit == null ? null : quarters(used, limit),
                limit);
    }

    private static double step(double seconds) {
        double step = 0;
        for (double next = 1; next <= Math.min(seconds, LONGEST_SECONDS); next *= PARTS) {
            step = next;
        }
        return step;
    }

    private static long quarters(long used, long limit) {
        long parts = limit == 0 ? 0 : Math.ceilDiv(used * PARTS, limit);
        return Math.min(parts, PARTS) * limit / PARTS;
    }
}
