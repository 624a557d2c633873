package dev.signalbox.registry.report;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.BlendMethod;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.decision.Alternative;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import java.util.ArrayList;
import java.util.List;

/// What was decided and recorded in [Stories].
final class StoryRecord {
    private StoryRecord() {}

    static Decision repair() {
        return decision(
                "d1",
                Situation.DATA,
                "repair_errors",
                "A column gives the target away ('repaid_on'). One repair known to be safe should cure it; then the"
                        + " data is judged again.",
                new Action.RepairData(List.of(new Repair.DropColumn("repaid_on"))),
                List.of(),
                List.of(new Alternative(
                        new Action.Quarantine("leak"),
                        "A known repair comes first; the data is set aside if it does not help.")));
    }

    static Decision blend() {
        return decision(
                "d2",
                Situation.MODELS,
                "blend_differing",
                "The leading 3 candidates are about equally good (best ROC AUC 0.839 [0.812, 0.866]) and err on"
                        + " different rows (correlation of errors down to 0.81): together they may be better.",
                new Action.Blend(List.of("lgbm-1", "xgb-2", "linear"), BlendMethod.GREEDY),
                List.of(new Evidence("/candidates/0/score/value", 0.839)),
                List.of());
    }

    static Decision promote() {
        return decision(
                "d3",
                Situation.MODELS,
                "promote_best",
                "blend-2 is the best candidate on 889 validation rows: ROC AUC 0.846 [0.82, 0.871]; the baseline has"
                        + " 0.5. The gate decides on rows that nobody has seen. There it meets the champion, version 4.",
                new Action.Promote("blend-2"),
                List.of(
                        new Evidence("/candidates/0/score/value", 0.846),
                        new Evidence("/candidates/5/score/value", 0.5)),
                List.of(new Alternative(
                        new Action.Promote("lgbm-1"),
                        "ROC AUC 0.839 [0.812, 0.866]: within chance of the best, but not better.")));
    }

    static Decision decision(
            String id,
            Situation situation,
            String rule,
            String rationale,
            Action action,
            List<Evidence> evidence,
            List<Alternative> alternatives) {
        List<Ruling> rulings = List.of(
                new Ruling("well_formed", RulingOutcome.ALLOW, "ok", "Everything that it names exists."),
                new Ruling("allowed_in_situation", RulingOutcome.ALLOW, "ok", "It is allowed."),
                new Ruling("within_budget", RulingOutcome.ALLOW, "ok", "The budget covers it."));
        Attempt attempt = new Attempt(
                new Proposal(action, rationale, evidence, alternatives, "rules", rule), rulings, RulingOutcome.ALLOW);
        return new Decision(
                id, situation, "b2".repeat(32), Stories.FILE, List.of(attempt), action, "e3".repeat(32), false);
    }

    static List<LedgerEntry> entries() {
        List<LedgerEntry> entries = new ArrayList<>();
        add(entries, 6, stage("intake", 4, false));
        add(entries, 190, stage("ingest", 180, false));
        add(entries, 320, stage("validate", 128, false));
        add(entries, 350, stage("decide", 9, false));
        add(entries, 402, stage("repair", 48, false));
        add(entries, 500, stage("validate", 95, false));
        add(entries, 610, stage("prepare", 106, false));
        add(entries, 690, stage("train", 78, false));
        add(entries, 905, stage("train", 290, false));
        add(entries, 1_120, stage("train", 410, false));
        add(entries, 1_240, stage("evaluate", 118, false));
        add(entries, 1_252, stage("decide", 6, false));
        add(entries, 1_330, stage("blend", 75, false));
        add(entries, 1_420, stage("evaluate", 88, false));
        add(entries, 1_430, stage("decide", 5, false));
        add(entries, 1_440, new LedgerEvent.HoldoutOpened("a1".repeat(32), "blend-2", 4));
        add(entries, 1_520, stage("gate", 86, false));
        add(entries, 1_530, new LedgerEvent.ChampionMoved(4, 5, "blend-2"));
        add(entries, 1_532, stage("promote", 8, false));
        return entries;
    }

    static LedgerEvent stage(String name, long millis, boolean cached) {
        return new LedgerEvent.StageFinished(name, null, null, cached, millis, 0, "f4".repeat(32));
    }

    static void add(List<LedgerEntry> entries, long millis, LedgerEvent event) {
        entries.add(new LedgerEntry(
                "20260101-093000-4f2a",
                entries.size() + 1L,
                Stories.START.plusMillis(millis),
                event,
                "0".repeat(64),
                "1".repeat(64)));
    }
}
