package dev.signalbox.agent.planner;

import static dev.signalbox.agent.Views.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Views;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.decision.PastDecision;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Untrusted;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.stage.DataVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RulesForDataTest {
    private static final Repair DROP = new Repair.DropColumn("answer");
    private static final Repair PARSE = new Repair.ParseAs("price", ColumnType.NUMBER);
    private static final Repair DUPLICATES = new Repair.DropDuplicates();
    private final RulesPlanner planner = new RulesPlanner();

    @Test
    void repairsEachErrorByItsFirstRepair() {
        Proposal proposal = planner.propose(Views.data(DataVerdict.REPAIRABLE)
                .findings(
                        error(FindingCode.DUPLICATE_ROWS, "", DUPLICATES),
                        error(FindingCode.LEAKAGE, "answer", DROP),
                        error(FindingCode.MIXED_TYPES, "price", PARSE, new Repair.DropColumn("price")))
                .view());

        assertThat(proposal.action()).isEqualTo(new Action.RepairData(List.of(PARSE, DROP, DUPLICATES)));
        assertThat(proposal.rule()).isEqualTo("repair_errors");
        assertThat(proposal.rationale()).contains("'answer'").contains("gives the target away");
        assertThat(proposal.alternatives())
                .singleElement()
                .satisfies(other -> assertThat(other.action()).isInstanceOf(Action.Quarantine.class));
    }

    @Test
    void leavesWarningsAlone() {
        FindingFact warning = new FindingFact(
                FindingCode.OUTLIERS,
                Severity.WARNING,
                new Untrusted("age"),
                new TreeMap<>(),
                List.of(new Repair.ClipOutliers("age", 0, 120)));
        Proposal proposal = planner.propose(Views.data(DataVerdict.REPAIRABLE)
                .findings(error(FindingCode.LEAKAGE, "answer", DROP), warning)
                .view());

        assertThat(proposal.action()).isEqualTo(new Action.RepairData(List.of(DROP)));
    }

    @Test
    void repairsNothingInAColumnThatGoes() {
        Proposal proposal = planner.propose(Views.data(DataVerdict.REPAIRABLE)
                .findings(
                        error(FindingCode.LEAKAGE, "answer", DROP),
                        error(
                                FindingCode.NULLS_FOUND,
                                "answer",
                                new Repair.DropRows("answer", RowCondition.MISSING, List.of())))
                .view());

        assertThat(proposal.action()).isEqualTo(new Action.RepairData(List.of(DROP)));
    }

    @Test
    void carriesOutTwentyRepairsAtMost() {
        List<FindingFact> many = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            many.add(error(FindingCode.LEAKAGE, "c" + i, new Repair.DropColumn("c" + i)));
        }
        RunView view = Views.data(DataVerdict.REPAIRABLE)
                .findings(many.toArray(FindingFact[]::new))
                .view();

        assertThat(planner.propose(view).action())
                .isInstanceOfSatisfying(
                        Action.RepairData.class,
                        repair -> assertThat(repair.repairs()).hasSize(20));
    }

    @Test
    void setsUnusableDataAsideAndNamesTheFinding() {
        Proposal proposal = planner.propose(Views.data(DataVerdict.UNUSABLE)
                .findings(error(FindingCode.TARGET_MISSING, "speceis"))
                .view());

        assertThat(proposal.action())
                .isEqualTo(new Action.Quarantine("The data has no such target column ('speceis')."));
        assertThat(proposal.rule()).isEqualTo("quarantine_unusable");
    }

    @Test
    void setsDataAsideWhenOneErrorHasNoRepair() {
        Proposal proposal = planner.propose(Views.data(DataVerdict.REPAIRABLE)
                .findings(error(FindingCode.LEAKAGE, "answer", DROP), error(FindingCode.TARGET_CONSTANT, "y"))
                .view());

        assertThat(proposal.action())
                .isInstanceOfSatisfying(
                        Action.Quarantine.class,
                        quarantine -> assertThat(quarantine.reason())
                                .contains("one value only")
                                .doesNotContain("answer"));
    }

    @Test
    void setsDataAsideWhenARepairDidNotHelp() {
        Proposal proposal = planner.propose(Views.data(DataVerdict.REPAIRABLE)
                .findings(error(FindingCode.LEAKAGE, "answer", DROP))
                .decisions(new PastDecision("d1", new Action.RepairData(List.of(DROP)), false))
                .view());

        assertThat(proposal.action()).isInstanceOf(Action.Quarantine.class);
        assertThat(proposal.rule()).isEqualTo("quarantine_unhelped");
    }

    @Test
    void triesTheNextRepairBeforeItGivesUp() {
        Repair next = new Repair.DropColumn("price");
        Proposal proposal = planner.propose(Views.data(DataVerdict.REPAIRABLE)
                .findings(error(FindingCode.MIXED_TYPES, "price", PARSE, next))
                .decisions(new PastDecision("d1", new Action.RepairData(List.of(PARSE)), false))
                .view());

        assertThat(proposal.action()).isEqualTo(new Action.RepairData(List.of(next)));
    }

    @Test
    void setsDataAsideThatNoFindingExplains() {
        assertThat(planner.propose(Views.data(DataVerdict.REPAIRABLE).view()).action())
                .isInstanceOf(Action.Quarantine.class);
    }
}
