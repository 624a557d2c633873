package dev.signalbox.runtime;

import java.util.SortedMap;
import java.util.TreeMap;

/// What a call used.
///
/// @param millis wall clock of the call, 0 or more
/// @param costUsd by the price of memory and time, which is 0 on a laptop, and what services charge
record Usage(long millis, double costUsd) {
    /// AWS Lambda, x86, first tier, us-east-1: USD a GB-second. Source: AWS Lambda pricing page.
    private static final double USD_PER_GB_SECOND = 0.0000166667;

    private static final double MB_PER_GB = 1_024;
    private static final double MILLIS_PER_SECOND = 1_000;

    static Usage since(long startedMillis, StageEnvironment environment) {
        long millis = Math.max(0, environment.clock().millis() - startedMillis);
        double gbSeconds = environment.memoryMb() / MB_PER_GB * millis / MILLIS_PER_SECOND;
        return new Usage(millis, gbSeconds * USD_PER_GB_SECOND);
    }

    /// With what a service charges.
    Usage charged(double chargedUsd) {
        return new Usage(millis, costUsd + chargedUsd);
    }

    double seconds() {
        return millis / MILLIS_PER_SECOND;
    }

    SortedMap<String, Double> asMember() {
        SortedMap<String, Double> member = new TreeMap<>();
        member.put("seconds", seconds());
        member.put("costUsd", costUsd);
        return member;
    }
}
