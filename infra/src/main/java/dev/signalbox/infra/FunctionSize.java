package dev.signalbox.infra;

import dev.signalbox.runtime.StageName;
import dev.signalbox.runtime.StageSize;

/// What the function of a stage is, besides its rights.
///
/// @param team whose zip it is in
/// @param memoryMb 128 to 10,240; the processor grows with it, 1,769 MB are one
/// @param timeoutSeconds 1 to 900; at most what its state waits
public record FunctionSize(Team team, int memoryMb, int timeoutSeconds) {
    /// The function of a stage.
    public static FunctionSize of(StageName stage) {
        StageSize size = StageSize.of(stage);
        return new FunctionSize(team(stage), size.memoryMb(), size.timeoutSeconds());
    }

    private static Team team(StageName stage) {
        return switch (stage) {
            case INTAKE, INGEST, VALIDATE, REPAIR -> Team.DATA;
            case PREPARE, TRAIN, EVALUATE, BLEND, GATE, PREDICT -> Team.MODEL;
            case DECIDE, TRIAGE -> Team.AGENT;
            case PROMOTE, REJECT, QUARANTINE, ROLLBACK, AWAIT_APPROVAL, ALERT, REPORT -> Team.REGISTRY;
        };
    }

    /// The class of a stage's handler.
    public String handler(StageName stage) {
        return "dev.signalbox." + team.id() + "." + stage.id() + "." + stage.title() + "Handler";
    }
}
