package dev.signalbox.agent.decide;

import static dev.signalbox.agent.Junctions.evaluated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Junctions;
import dev.signalbox.agent.planner.search.SearchPlanner;
import dev.signalbox.agent.view.ViewBuilder;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.MemoryFact;
import dev.signalbox.contract.decision.MetaFeatures;
import dev.signalbox.contract.decision.OutcomeFact;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.DecideRequest;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What came of a decision is in the ledger at the next junction, and in the view of the next run.
class OutcomeMemoryTest {
    private static final PipelineConfig LIMITS = PipelineConfig.of("churn", "churned");
    private static final CandidateSpec TUNED =
            new CandidateSpec("d1-search-2", Algorithm.LINEAR, new TreeMap<>(Map.of(Hyperparameter.L2, 40.0)));

    @TempDir
    Path folder;

    private TestEnvironment environment;
    private Junctions junctions;
    private ViewBuilder views;

    @BeforeEach
    void open() {
        environment = new TestEnvironment(folder);
        junctions = new Junctions(environment, folder);
        views = new ViewBuilder(environment.artifacts(), environment.ledger());
    }

    @Test
    void setsWhatCameOfADecisionAgainstWhatWasExpected() {
        junction(1, List.of(), evaluated("linear", Algorithm.LINEAR, 0.8, Map.of()));
        RunView before = views.of(
                junctions.models(1, 3_600, List.of(), evaluated("linear", Algorithm.LINEAR, 0.8, Map.of())), LIMITS);
        ArtifactRef decision = decision(before, new Action.TrainMore(List.of(TUNED)));

        junction(2, List.of(decision), evaluated("d1-search-2", Algorithm.LINEAR, 0.85, Map.of()));
        junction(2, List.of(decision), evaluated("d1-search-2", Algorithm.LINEAR, 0.85, Map.of()));

        assertThat(compared()).hasSize(2);
        OutcomeFact outcome = compared().getLast().outcome();
        assertThat(outcome.decisionId()).isEqualTo("d1");
        assertThat(outcome.action()).isEqualTo("train_more");
        assertThat(outcome.expectedGain()).isBetween(0.0, 0.05);
        assertThat(outcome.realisedGain()).isBetween(0.0499, 0.0501);
        assertThat(compared().getFirst().outcome()).isNull();
        assertThat(compared().getFirst().data().rows()).isEqualTo(1_000);
    }

    @Test
    void remembersNothingOfDataThatNobodyLearnedFrom() {
        DecideRequest request = junctions.data(
                1, dev.signalbox.contract.stage.DataVerdict.REPAIRABLE, List.of(Junctions.leakage("answer")));

        new OutcomeMemory(environment.stage()).remember(request, views.of(request, LIMITS));

        assertThat(compared()).isEmpty();
    }

    @Test
    void theNextRunSeesItAndTheSearchBeginsWithIt() throws Exception {
        for (int run = 0; run < 8; run++) {
            earlier("old-" + run, 1_000_000, new CandidateSpec("far", Algorithm.LINEAR, new TreeMap<>()));
        }
        earlier("old-8", 1_000, TUNED);

        RunView view = views.of(
                junctions.models(
                        1,
                        3_600,
                        List.of(),
                        evaluated("linear", Algorithm.LINEAR, 0.8, Map.of()),
                        evaluated("baseline", Algorithm.BASELINE, 0.5, Map.of())),
                LIMITS);

        MemoryFact newest = view.memory().stream()
                .filter(fact -> fact.runId().equals("old-8"))
                .findFirst()
                .orElseThrow();
        assertThat(newest.best()).isEqualTo(TUNED);
        assertThat(newest.outcomes())
                .hasSize(4)
                .last()
                .satisfies(outcome -> assertThat(outcome.decisionId()).isEqualTo("d5"));
        assertThat(ContractJson.LENIENT.writeValueAsBytes(view.memory())).hasSizeLessThan(2_500);
        Action.TrainMore more =
                (Action.TrainMore) new SearchPlanner(0, 0).propose(view).action();
        assertThat(more.candidates()).contains(new CandidateSpec("d1-memory-1", TUNED.algorithm(), TUNED.parameters()));
    }

    private void junction(int number, List<ArtifactRef> decisions, CandidateEvaluation... all) {
        DecideRequest request = junctions.models(number, 3_600, decisions, all);
        new OutcomeMemory(environment.stage()).remember(request, views.of(request, LIMITS));
    }

    private ArtifactRef decision(RunView before, Action action) {
        Documents documents = new Documents(environment.artifacts());
        ArtifactRef view = documents.write("runs/run-1/decide", "view.json", before);
        return documents.write(
                "runs/run-1/decide",
                "decision.json",
                new Decision("d1", Situation.MODELS, view.sha256(), view, List.of(), action, view.sha256(), false));
    }

    private void earlier(String runId, long rows, CandidateSpec best) {
        Instant at = Instant.EPOCH.plusSeconds(Integer.parseInt(runId.substring(4)));
        environment.ledger().index(new RunRecord("churn", runId, "v", "file:///x", at, at, Outcome.REJECTED, "no"));
        for (int number = 1; number <= 6; number++) {
            environment
                    .ledger()
                    .append(
                            runId,
                            new LedgerEvent.ModelsCompared(
                                    number,
                                    new MetaFeatures(rows, 1, 2, 0.3),
                                    MetricName.ROC_AUC,
                                    0.8,
                                    best,
                                    number == 1
                                            ? null
                                            : new OutcomeFact("d" + (number - 1), "train_more", 0.01, 0.002)));
        }
    }

    private List<LedgerEvent.ModelsCompared> compared() {
        return environment.ledger().entries("run-1").stream()
                .map(entry -> entry.event())
                .filter(LedgerEvent.ModelsCompared.class::isInstance)
                .map(LedgerEvent.ModelsCompared.class::cast)
                .toList();
    }
}
