package dev.signalbox.agent.guardrail;

import static dev.signalbox.agent.Views.baseline;
import static dev.signalbox.agent.Views.candidate;
import static dev.signalbox.agent.Views.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Views;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.BlendMethod;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.PastDecision;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.stage.DataVerdict;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GuardrailsTest {
    private static final Repair DROP = new Repair.DropColumn("answer");
    private final RunView models = models().view();
    private final RunView data = Views.data(DataVerdict.REPAIRABLE)
            .findings(error(FindingCode.LEAKAGE, "answer", DROP))
            .view();
    private final RunView failure =
            Views.failure("Train", "States.Timeout", "", 0).view();

    @Test
    void promotesAndBlendsKnownCandidatesOnly() {
        assertThat(wellFormed(new Action.Promote("xgb-1"), models)).isEqualTo(RulingOutcome.ALLOW);
        assertThat(wellFormed(new Action.Promote("xgb-9"), models)).isEqualTo(RulingOutcome.DENY);
        assertThat(wellFormed(blend("xgb-1", "linear"), models)).isEqualTo(RulingOutcome.ALLOW);
        assertThat(wellFormed(blend("xgb-1", "xgb-1"), models)).isEqualTo(RulingOutcome.DENY);
        assertThat(wellFormed(blend("xgb-1", "other"), models)).isEqualTo(RulingOutcome.DENY);
    }

    @Test
    void newCandidatesHaveNewIds() {
        RunView second = models().decisions(new PastDecision("d1", new Action.Finish(), false))
                .view();

        assertThat(wellFormed(train("d1-a", "d1-b"), models)).isEqualTo(RulingOutcome.ALLOW);
        assertThat(wellFormed(train("d1-a", "d1-a"), models)).isEqualTo(RulingOutcome.DENY);
        assertThat(wellFormed(train("xgb-1"), models)).isEqualTo(RulingOutcome.DENY);
        assertThat(wellFormed(train("d1-a"), second)).isEqualTo(RulingOutcome.DENY);
        assertThat(wellFormed(train("d2-a"), second)).isEqualTo(RulingOutcome.ALLOW);
    }

    @Test
    void repairsOnlyWhatAFindingOffers() {
        assertThat(wellFormed(new Action.RepairData(List.of(DROP)), data)).isEqualTo(RulingOutcome.ALLOW);
        assertThat(wellFormed(new Action.RepairData(List.of(DROP, DROP)), data)).isEqualTo(RulingOutcome.DENY);
        assertThat(wellFormed(new Action.RepairData(List.of(new Repair.DropColumn("target"))), data))
                .isEqualTo(RulingOutcome.DENY);
    }

    @Test
    void runsAgainOnlyTheStageThatFailed() {
        assertThat(wellFormed(retry(RetryableStage.TRAIN), failure)).isEqualTo(RulingOutcome.ALLOW);
        assertThat(wellFormed(retry(RetryableStage.INGEST), failure)).isEqualTo(RulingOutcome.DENY);
        assertThat(wellFormed(retry(RetryableStage.TRAIN), models)).isEqualTo(RulingOutcome.DENY);
    }

    @Test
    void questionsHaveDifferentShortOptions() {
        assertThat(wellFormed(new Action.AskHuman("Which?", List.of("a", "b")), data))
                .isEqualTo(RulingOutcome.ALLOW);
        assertThat(wellFormed(new Action.AskHuman("Which?", List.of("a", "a")), data))
                .isEqualTo(RulingOutcome.DENY);
        assertThat(wellFormed(new Action.AskHuman("Which?", List.of("a", "b".repeat(81))), data))
                .isEqualTo(RulingOutcome.DENY);
    }

    @Test
    void evidenceIsMadeOfNumbers() {
        Proposal proposal = new Proposal(
                new Action.Finish(), "why", List.of(new Evidence("/data/rows", Double.NaN)), List.of(), "t", "t");

        assertThat(new WellFormed().rule(proposal, models).outcome()).isEqualTo(RulingOutcome.DENY);
    }

    @Test
    void eachSituationHasItsActions() {
        assertThat(allowed(new Action.RepairData(List.of(DROP)), data)).isEqualTo(RulingOutcome.ALLOW);
        assertThat(allowed(new Action.Promote("xgb-1"), data)).isEqualTo(RulingOutcome.DENY);
        assertThat(allowed(new Action.Finish(), data)).isEqualTo(RulingOutcome.DENY);
        assertThat(allowed(new Action.Promote("xgb-1"), models)).isEqualTo(RulingOutcome.ALLOW);
        assertThat(allowed(retry(RetryableStage.TRAIN), models)).isEqualTo(RulingOutcome.DENY);
        assertThat(allowed(retry(RetryableStage.TRAIN), failure)).isEqualTo(RulingOutcome.ALLOW);
        assertThat(allowed(train("d1-a"), failure)).isEqualTo(RulingOutcome.DENY);
    }

    @Test
    void workIsPaidForBeforeItBegins() {
        assertThat(affordable(train("d1-a", "d1-b"), new BudgetLeft(1, 2, 60, 1)))
                .isEqualTo(RulingOutcome.ALLOW);
        assertThat(affordable(train("d1-a", "d1-b"), new BudgetLeft(1, 1, 60, 1)))
                .isEqualTo(RulingOutcome.DENY);
        assertThat(affordable(train("d1-a"), new BudgetLeft(0, 9, 60, 1))).isEqualTo(RulingOutcome.DENY);
        assertThat(affordable(train("d1-a"), new BudgetLeft(1, 9, 0, 1))).isEqualTo(RulingOutcome.DENY);
        assertThat(affordable(blend("xgb-1", "linear"), new BudgetLeft(1, 0, 60, 0)))
                .isEqualTo(RulingOutcome.DENY);
        assertThat(affordable(blend("xgb-1", "linear"), new BudgetLeft(1, 0, 60, 1)))
                .isEqualTo(RulingOutcome.ALLOW);
    }

    @Test
    void endsAreAlwaysAffordable() {
        BudgetLeft nothing = new BudgetLeft(0, 0, 0, 0);
        for (Action end : List.of(
                new Action.Promote("xgb-1"),
                new Action.Reject("no"),
                new Action.Quarantine("no"),
                new Action.Finish())) {
            assertThat(affordable(end, nothing)).isEqualTo(RulingOutcome.ALLOW);
        }
    }

    @Test
    void allRulingsAreRecordedInOrderAndTheStrictestWins() {
        Attempt attempt = GuardrailChain.standard()
                .judge(proposal(train("xgb-1")), models().budget(0, 0).view());

        assertThat(attempt.rulings())
                .extracting(Ruling::guardrail)
                .containsExactly(
                        "halted",
                        "well_formed",
                        "allowed_in_situation",
                        "within_budget",
                        "true_evidence",
                        "not_replayed",
                        "not_repeated",
                        "approved");
        assertThat(attempt.rulings())
                .extracting(Ruling::code)
                .containsExactly("ok", "malformed", "ok", "budget", "ok", "ok", "ok", "ok");
        assertThat(attempt.outcome()).isEqualTo(RulingOutcome.DENY);
    }

    private static Views models() {
        return Views.models(
                candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.83),
                candidate("linear", Algorithm.LINEAR, 0.79, 0.8),
                baseline());
    }

    private static RulingOutcome wellFormed(Action action, RunView view) {
        return new WellFormed().rule(proposal(action), view).outcome();
    }

    private static RulingOutcome allowed(Action action, RunView view) {
        return new AllowedInSituation().rule(proposal(action), view).outcome();
    }

    private static RulingOutcome affordable(Action action, BudgetLeft left) {
        return new WithinBudget()
                .rule(proposal(action), models().budget(left).view())
                .outcome();
    }

    private static Proposal proposal(Action action) {
        return new Proposal(action, "why", List.of(), List.of(), "test", "test");
    }

    private static Action train(String... ids) {
        return new Action.TrainMore(List.of(ids).stream()
                .map(id -> new CandidateSpec(id, Algorithm.LINEAR, new TreeMap<>()))
                .toList());
    }

    private static Action blend(String... ids) {
        return new Action.Blend(List.of(ids), BlendMethod.MEAN);
    }

    private static Action retry(RetryableStage stage) {
        return new Action.RetryStage(stage, new RetryChanges(1, 1, false));
    }
}
