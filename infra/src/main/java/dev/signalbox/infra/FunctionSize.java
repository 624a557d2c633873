package dev.signalbox.infra;

import dev.signalbox.contract.Require;
import dev.signalbox.runtime.StageName;

/// What the function of a stage is, besides its rights.
///
/// @param team whose zip it is in
/// @param memoryMb 128 to 10,240; the processor grows with it, 1,769 MB are one
/// @param timeoutSeconds 1 to 900; at least what its state waits
public record FunctionSize(Team team, int memoryMb, int timeoutSeconds) {
    private static final int LONGEST = 900;

    /// A new account's functions may have no more until its quota is raised.
    private static final int LARGE = 3_008;

    private static final int MEDIUM = 1_769;
    private static final int SMALL = 512;

    public FunctionSize {
        Require.inRange(memoryMb, 128, 10_240, "memoryMb");
        Require.inRange(timeoutSeconds, 1, LONGEST, "timeoutSeconds");
    }

    /// The function of a stage.
    public static FunctionSize of(StageName stage) {
        return switch (stage) {
            case INTAKE -> new FunctionSize(Team.DATA, SMALL, 60);
            case INGEST, VALIDATE, REPAIR -> new FunctionSize(Team.DATA, LARGE, LONGEST);
            case PREPARE, TRAIN -> new FunctionSize(Team.MODEL, LARGE, LONGEST);
            case EVALUATE, BLEND, GATE, PREDICT -> new FunctionSize(Team.MODEL, MEDIUM, LONGEST);
            case DECIDE, TRIAGE -> new FunctionSize(Team.AGENT, SMALL, 120);
            case PROMOTE -> new FunctionSize(Team.REGISTRY, SMALL, 120);
            case REJECT, QUARANTINE, ROLLBACK, AWAIT_APPROVAL, ALERT -> new FunctionSize(Team.REGISTRY, SMALL, 60);
            case REPORT -> new FunctionSize(Team.REGISTRY, SMALL, 300);
        };
    }

    /// The class of a stage's handler.
    public String handler(StageName stage) {
        return "dev.signalbox." + team.id() + "." + stage.id() + "." + stage.title() + "Handler";
    }
}
