package dev.signalbox.agent.decide;

import static dev.signalbox.agent.Views.baseline;
import static dev.signalbox.agent.Views.candidate;
import static dev.signalbox.agent.Views.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Views;
import dev.signalbox.agent.guardrail.AllowedInSituation;
import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.planner.Planner;
import dev.signalbox.agent.planner.RulesPlanner;
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
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.stage.DataVerdict;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JunctionProperties {
    private static final Repair DROP = new Repair.DropColumn("answer");

    @Property
    void nothingDeniedIsEverDone(@ForAll("views") RunView view, @ForAll("plans") List<Proposal> plan) {
        Iterator<Proposal> proposals = plan.iterator();
        Planner adversary = (seen, denied) -> proposals.next();

        Junction.Settlement settlement = new Junction(adversary, GuardrailChain.standard()).settle(view);

        Attempt last = settlement.attempts().getLast();
        assertThat(settlement.attempts()).hasSizeBetween(1, 3);
        assertThat(last.proposal().action()).isEqualTo(settlement.action());
        assertThat(last.outcome()).isEqualTo(RulingOutcome.ALLOW);
        assertThat(GuardrailChain.standard().judge(last.proposal(), view)).isEqualTo(last);
        assertThat(AllowedInSituation.allows(view.situation(), settlement.action()))
                .isTrue();
        assertThat(settlement.safeDefault()).isEqualTo(settlement.attempts().size() == 3);
    }

    @Property
    void theRulesAreNeverDenied(@ForAll("views") RunView view) {
        Junction.Settlement settlement = new Junction(new RulesPlanner(), GuardrailChain.standard()).settle(view);

        assertThat(settlement.attempts()).hasSize(1);
        assertThat(settlement.safeDefault()).isFalse();
    }

    @Property
    void theRulesAnswerTheSameTwice(@ForAll("views") RunView view) {
        assertThat(new RulesPlanner().propose(view)).isEqualTo(new RulesPlanner().propose(view));
    }

    @Provide
    Arbitrary<RunView> views() {
        Arbitrary<BudgetLeft> budgets = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(0L, 60L),
                        Arbitraries.of(0.0, 1.0))
                .as(BudgetLeft::new);
        Arbitrary<Views> kinds = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(DataVerdict.class), Arbitraries.of(FindingCode.class))
                        .as((verdict, code) -> Views.data(verdict).findings(error(code, "answer", DROP))),
                Combinators.combine(scores(), scores(), scores(), Arbitraries.of(true, false))
                        .as((best, other, train, early) -> Views.models(
                                candidate("xgb-1", Algorithm.XGBOOST, best, train, early, new TreeMap<>()),
                                candidate("linear", Algorithm.LINEAR, other, other),
                                baseline())),
                Combinators.combine(
                                Arbitraries.of("Train", "Ingest", "Gate", "Intake"),
                                Arbitraries.of("States.Timeout", "dev.signalbox.contract.failure.InvalidInput", "X"),
                                Arbitraries.integers().between(0, 2))
                        .as((state, error, attempts) -> Views.failure(state, error, "m", attempts)));
        return Combinators.combine(kinds, budgets)
                .as((kind, budget) -> kind.budget(budget).view());
    }

    @Provide
    Arbitrary<List<Proposal>> plans() {
        return actions()
                .map(action -> new Proposal(
                        action, "trust me", List.of(new Evidence("/data/rows", 10_000)), List.of(), "a", "a"))
                .list()
                .ofSize(2);
    }

    private static Arbitrary<Action> actions() {
        Arbitrary<String> ids = Arbitraries.of("xgb-1", "linear", "d1-a", "d1-b", "unknown");
        return Arbitraries.oneOf(
                ids.map(Action.Promote::new),
                ids.list().ofMinSize(2).ofMaxSize(4).map(some -> new Action.Blend(some, BlendMethod.GREEDY)),
                ids.map(id -> new CandidateSpec(id, Algorithm.LINEAR, new TreeMap<>()))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(5)
                        .map(Action.TrainMore::new),
                Arbitraries.of("answer", "other")
                        .map(column -> new Action.RepairData(List.of(new Repair.DropColumn(column)))),
                Arbitraries.of(RetryableStage.class)
                        .map(stage -> new Action.RetryStage(stage, new RetryChanges(0.5, 1, false))),
                Arbitraries.of("a", "b").map(second -> new Action.AskHuman("Which?", List.of("a", second))),
                Arbitraries.of(new Action.Reject("no"), new Action.Quarantine("no"), new Action.Finish()));
    }

    private static Arbitrary<Double> scores() {
        return Arbitraries.doubles().between(0.3, 1).ofScale(3);
    }
}
