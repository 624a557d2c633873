package dev.signalbox.cli.command;

import dev.signalbox.contract.decision.Untrusted;
import dev.signalbox.contract.ledger.LedgerEvent;

/// Events of the ledger in words.
final class LedgerLines {
    private LedgerLines() {}

    static String describe(LedgerEvent event) {
        return switch (event) {
            case LedgerEvent.RunStarted e -> "run of " + e.pipeline() + " started";
            case LedgerEvent.StageFinished e ->
                e.stage()
                        + (e.detail() == null ? "" : " " + e.detail())
                        + (e.cached() ? " taken from the cache" : " finished in " + e.durationMillis() + " ms");
            case LedgerEvent.StageFailed e -> e.stage() + " failed: " + e.message();
            case LedgerEvent.DecisionMade e -> "decision " + e.decisionId() + ": " + e.action();
            case LedgerEvent.ModelsCompared e ->
                "best by validation: " + e.metric().id() + " " + e.score()
                        + (e.outcome() == null
                                ? ""
                                : ", " + e.outcome().realisedGain() + " better after "
                                        + e.outcome().decisionId());
            case LedgerEvent.HoldoutOpened e ->
                "holdout opened for " + e.candidateId()
                        + (e.championVersion() == null ? "" : " and champion version " + e.championVersion());
            case LedgerEvent.ApprovalRequested e -> "asked: " + e.question();
            case LedgerEvent.ApprovalAnswered e ->
                (e.approved() ? "approved" : "denied") + " by " + e.by()
                        + (e.reason() == null ? "" : ": " + new Untrusted(e.reason()).text());
            case LedgerEvent.ChampionMoved e ->
                "champion moved from version " + e.fromVersion() + " to " + e.toVersion();
            case LedgerEvent.AgentHalted e -> "agent halted by " + e.by() + ": " + e.reason();
            case LedgerEvent.AgentReleased e -> "agent released by " + e.by();
            case LedgerEvent.RunEnded e ->
                "run ended: " + e.outcome().id() + (e.report() == null ? " without a report, " : ", ") + e.reason();
        };
    }
}
