package dev.signalbox.agent.planner;

import static dev.signalbox.agent.Views.baseline;
import static dev.signalbox.agent.Views.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Views;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.BlendMethod;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.PastDecision;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Untrusted;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.runtime.Digests;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RulesForModelsTest {
    private final RulesPlanner planner = new RulesPlanner();

    @Test
    void promotesTheBestOfASmallCleanDatasetAtOnce() {
        RunView view = Views.models(
                        candidate("xgb-1", Algorithm.XGBOOST, 0.9, 1.0, false, Map.of("linear", 0.4)),
                        candidate("linear", Algorithm.LINEAR, 0.89, 0.9),
                        baseline())
                .validRows(69)
                .view();

        Proposal proposal = planner.propose(view);

        assertThat(proposal.action()).isEqualTo(new Action.Promote("xgb-1"));
        assertThat(proposal.evidence())
                .containsExactly(
                        new Evidence("/candidates/0/score/value", 0.9), new Evidence("/candidates/2/score/value", 0.5));
        assertThat(proposal.rationale()).contains("ROC AUC 0.9 [0.88, 0.92]").contains("no champion yet");
        assertThat(proposal.alternatives())
                .extracting(other -> other.action().type())
                .containsExactly("train_more", "blend", "promote");
    }

    @Test
    void rejectsWhatIsNoBetterThanTheBaseline() {
        Proposal proposal = planner.propose(Views.models(candidate("xgb-1", Algorithm.XGBOOST, 0.51, 0.9), baseline())
                .view());

        assertThat(proposal.action()).isInstanceOf(Action.Reject.class);
        assertThat(proposal.rule()).isEqualTo("reject_unlearnable");
    }

    @Test
    void leavesTheJudgementToTheGateWhereOnlyABaselineWasWanted() {
        assertThat(planner.propose(Views.models(baseline()).view()).action()).isEqualTo(new Action.Promote("baseline"));
    }

    @Test
    void trainsMoreCapacityWhenTheBestUsedAllItsRounds() {
        Proposal proposal = planner.propose(
                Views.models(candidate("lgbm-1", Algorithm.LIGHTGBM, 0.8, 0.81, false, Map.of()), baseline())
                        .view());

        assertThat(proposal.rule()).isEqualTo("train_deeper");
        assertThat(specs(proposal)).hasSize(2).allSatisfy(spec -> {
            assertThat(spec.candidateId()).startsWith("d1-deeper-");
            assertThat(spec.algorithm()).isEqualTo(Algorithm.LIGHTGBM);
            assertThat(spec.parameter(Hyperparameter.ROUNDS, 0)).isEqualTo(1_500);
        });
    }

    @Test
    void trainsMoreRegularisationWhenTheBestMemorises() {
        Proposal proposal = planner.propose(Views.models(candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.99), baseline())
                .view());

        assertThat(proposal.rule()).isEqualTo("train_calmer");
        assertThat(specs(proposal))
                .hasSize(2)
                .last()
                .satisfies(spec -> assertThat(spec.parameter(Hyperparameter.LEARNING_RATE, 0))
                        .isEqualTo(0.025));
    }

    @Test
    void trainsNoSecondRoundOfTheSameKind() {
        CandidateFact best = candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.99);
        Action first = planner.propose(Views.models(best, baseline()).view()).action();
        Proposal second = planner.propose(Views.models(best, baseline())
                .decisions(new PastDecision("d1", first, false))
                .view());

        assertThat(second.action()).isEqualTo(new Action.Promote("xgb-1"));
    }

    @Test
    void trainsNothingThatTheBudgetDoesNotCover() {
        Views views = Views.models(candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.99), baseline());

        assertThat(planner.propose(views.budget(5, 1).view()).action()).isEqualTo(new Action.Promote("xgb-1"));
        assertThat(planner.propose(views.budget(0, 20).view()).action()).isEqualTo(new Action.Promote("xgb-1"));
    }

    @Test
    void weighsTheClassesOnceWhereOneIsRare() {
        Views views = Views.models(
                        candidate("linear-1", Algorithm.LINEAR, 0.8, 0.8),
                        candidate("xgb-1", Algorithm.XGBOOST, 0.79, 0.8),
                        baseline())
                .findings(rareClass());
        Proposal proposal = planner.propose(views.view());

        assertThat(proposal.rule()).isEqualTo("weigh_classes");
        assertThat(proposal.rationale()).contains("19 times the rows of the smallest");
        assertThat(specs(proposal)).singleElement().satisfies(spec -> {
            assertThat(spec.algorithm()).isEqualTo(Algorithm.LINEAR);
            assertThat(spec.parameter(Hyperparameter.BALANCED, 0)).isEqualTo(1);
        });
        assertThat(planner.propose(views.decisions(new PastDecision("d1", proposal.action(), false))
                                .view())
                        .rule())
                .isNotEqualTo("weigh_classes");
    }

    @Test
    void weighsNothingWhereFewRowsCouldNotTellTheGain() {
        Proposal proposal = planner.propose(Views.models(candidate("linear-1", Algorithm.LINEAR, 0.8, 0.8), baseline())
                .findings(rareClass())
                .validRows(900)
                .view());

        assertThat(proposal.action()).isEqualTo(new Action.Promote("linear-1"));
        assertThat(proposal.alternatives())
                .anySatisfy(other -> assertThat(other.reason()).contains("weights might help"));
    }

    private static FindingFact rareClass() {
        return new FindingFact(
                FindingCode.CLASS_IMBALANCE, Severity.WARNING, null, new TreeMap<>(Map.of("ratio", 19.0)), List.of());
    }

    @Test
    void blendsEqualModelsThatErrOnDifferentRows() {
        Views views = Views.models(
                candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.83, true, Map.of("linear", 0.7, "xgb-2", 0.99)),
                candidate("xgb-2", Algorithm.XGBOOST, 0.8, 0.83),
                candidate("linear", Algorithm.LINEAR, 0.79, 0.8),
                baseline());
        Proposal proposal = planner.propose(views.view());

        assertThat(proposal.action()).isEqualTo(new Action.Blend(List.of("xgb-1", "linear"), BlendMethod.GREEDY));
        assertThat(proposal.evidence()).contains(new Evidence("/candidates/0/correlations/linear", 0.7));
        assertThat(planner.propose(views.decisions(new PastDecision("d1", proposal.action(), false))
                                .view())
                        .action())
                .isEqualTo(new Action.Promote("xgb-1"));
    }

    @Test
    void countsCrossValidatedRowsAsValidationRows() {
        Views views = Views.models(
                candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.83, true, Map.of("linear", 0.7)),
                candidate("linear", Algorithm.LINEAR, 0.79, 0.8),
                baseline());

        assertThat(planner.propose(views.crossValidated(275, 5).view()).action())
                .isInstanceOf(Action.Blend.class);
        Proposal tooFew = planner.propose(views.crossValidated(150, 5).view());
        assertThat(tooFew.action()).isEqualTo(new Action.Promote("xgb-1"));
        assertThat(tooFew.rationale()).contains("the best candidate on 150 cross-validated rows");
        assertThat(tooFew.alternatives().getFirst().reason())
                .contains("150 cross-validated rows are too few to choose weights by");
    }

    @Test
    void rejectsWhenTheChampionIsClearlyBetterOnTheSameRows() {
        Proposal proposal = planner.propose(Views.models(candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.83), baseline())
                .champion(0.9, 0.88, 0.92)
                .view());

        assertThat(proposal.rule()).isEqualTo("reject_behind_champion");
        assertThat(proposal.rationale()).contains("version 3").contains("holdout stays closed");
    }

    @Test
    void promotesAgainstAChampionThatIsNotClearlyBetter() {
        assertThat(planner.propose(Views.models(candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.83), baseline())
                                .champion(0.81, 0.79, 0.83)
                                .view())
                        .action())
                .isEqualTo(new Action.Promote("xgb-1"));
    }

    @Test
    void rejectsWhatAPersonDenied() {
        Proposal proposal = planner.propose(Views.models(candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.83), baseline())
                .answers(answer(false))
                .view());

        assertThat(proposal.action()).isEqualTo(new Action.Reject("The promotion was denied by mia."));
    }

    @Test
    void proposesAgainExactlyWhatAPersonApproved() {
        Proposal proposal = planner.propose(Views.models(
                        candidate("xgb-2", Algorithm.XGBOOST, 0.81, 0.99),
                        candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.83),
                        baseline())
                .answers(answer(true))
                .view());

        assertThat(proposal.action()).isEqualTo(new Action.Promote("xgb-1"));
        assertThat(proposal.rule()).isEqualTo("promote_approved");
    }

    @Test
    void namesDriftAsAWarning() {
        FindingFact drift = new FindingFact(
                FindingCode.DRIFT,
                Severity.WARNING,
                new Untrusted("age"),
                new TreeMap<>(Map.of("psi", 0.4)),
                List.of());
        Proposal proposal = planner.propose(Views.models(candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.83), baseline())
                .findings(drift)
                .view());

        assertThat(proposal.rationale())
                .contains("Warning: 1 column has moved away")
                .contains("0.4");
    }

    @Test
    void rejectsWhereNothingCouldBeTrained() {
        assertThat(planner.propose(Views.models().view()).rule()).isEqualTo("reject_empty");
    }

    @Test
    void goesOnToTheNextRuleAfterADenial() {
        RunView view = Views.models(candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.99), baseline())
                .view();
        Proposal first = planner.propose(view);
        Attempt denied = new Attempt(
                first, List.of(new Ruling("policy", RulingOutcome.DENY, "policy", "Not today.")), RulingOutcome.DENY);
        Proposal second = planner.propose(view, List.of(denied));

        assertThat(second.action()).isEqualTo(new Action.Promote("xgb-1"));
        assertThat(second.alternatives())
                .first()
                .satisfies(other -> assertThat(other.reason()).contains("Not today."));
    }

    private static HumanAnswer answer(boolean approved) {
        return new HumanAnswer(
                "promotion", Digests.ofRecord(new Action.Promote("xgb-1")), approved, null, "mia", "not now");
    }

    private static List<CandidateSpec> specs(Proposal proposal) {
        return ((Action.TrainMore) proposal.action()).candidates();
    }
}
