package dev.signalbox.runtime;

import dev.signalbox.contract.Require;

/// How large a stage's function is: what is deployed, and what estimates of costs go by.
///
/// @param memoryMb 128 to 10,240; the processor grows with it, 1,769 MB are one
/// @param timeoutSeconds 1 to 900; at most what its state waits
public record StageSize(int memoryMb, int timeoutSeconds) {
    private static final int LONGEST = 900;

    /// A new account's functions may have no more until its quota is raised.
    private static final int LARGE = 3_008;

    private static final int MEDIUM = 1_769;
    private static final int SMALL = 512;
    private static final double MB_PER_PROCESSOR = 1_769;
    private static final double MB_PER_GB = 1_024;

    public StageSize {
        Require.inRange(memoryMb, 128, 10_240, "memoryMb");
        Require.inRange(timeoutSeconds, 1, LONGEST, "timeoutSeconds");
    }

    /// The function of a stage.
    public static StageSize of(StageName stage) {
        return switch (stage) {
            case INGEST, VALIDATE, REPAIR, PREPARE, TRAIN -> new StageSize(LARGE, LONGEST);
            case EVALUATE, BLEND, GATE, PREDICT -> new StageSize(MEDIUM, LONGEST);
            case DECIDE, TRIAGE, PROMOTE -> new StageSize(SMALL, 120);
            case INTAKE, REJECT, QUARANTINE, ROLLBACK, AWAIT_APPROVAL, ALERT -> new StageSize(SMALL, 60);
            case REPORT -> new StageSize(SMALL, 300);
        };
    }

    /// Whether the stage's work does not grow with the data.
    public boolean isBrief() {
        return memoryMb == SMALL;
    }

    /// Processors that AWS gives to so much memory, such as 1.7.
    public double processors() {
        return memoryMb / MB_PER_PROCESSOR;
    }

    /// GB-seconds of so many seconds, which is what AWS bills.
    public double gbSeconds(double seconds) {
        return memoryMb / MB_PER_GB * seconds;
    }
}
