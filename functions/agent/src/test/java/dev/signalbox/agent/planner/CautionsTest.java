package dev.signalbox.agent.planner;

import static dev.signalbox.agent.Views.baseline;
import static dev.signalbox.agent.Views.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Views;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.decision.Untrusted;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CautionsTest {
    @Test
    void saysWhatARandomSplitWouldPromise() {
        assertThat(rationale(FindingCode.REPEATED_ENTITY, Map.of("random", 0.93, "honest", 0.7, "divided", 1.0)))
                .contains("Rows are divided by the entity that many rows are of, since a random split would promise"
                        + " 0.93 where a model keeps 0.7.")
                .doesNotContain("patient");
    }

    @Test
    void warnsOfASplitThatFlatters() {
        assertThat(rationale(FindingCode.CHANGES_IN_TIME, Map.of("random", 0.8, "honest", 2.4, "divided", 0.0)))
                .contains("Warning: rows are divided at random, but not by time; on new ones this split would promise"
                        + " 0.8 where a model keeps 2.4.");
    }

    @Test
    void saysWhereNothingWasLearned() {
        assertThat(rationale(FindingCode.UNLEARNED_SEGMENT, Map.of("rows", 290.0, "explained", 0.01, "elsewhere", 0.4)))
                .contains("Nothing was learned in a segment of 290 rows");
    }

    private static String rationale(FindingCode code, Map<String, Double> evidence) {
        FindingFact finding =
                new FindingFact(code, Severity.WARNING, new Untrusted("patient"), new TreeMap<>(evidence), List.of());
        return new RulesPlanner()
                .propose(
                        Views.models(candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.83), baseline())
                                .findings(finding)
                                .view(),
                        List.of())
                .rationale();
    }
}
