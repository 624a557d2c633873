package dev.signalbox.agent.decide;

import static dev.signalbox.agent.Junctions.evaluated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Junctions;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.contract.stage.DecideRequest;
import dev.signalbox.contract.stage.DecideResult;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.testing.SharedEvents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideHandlerTest {
    @TempDir
    Path folder;

    private TestEnvironment environment;
    private Junctions junctions;

    @BeforeEach
    void open() {
        environment = new TestEnvironment(folder);
        junctions = new Junctions(environment, folder);
    }

    @Test
    void recordsWhatItDecidedAndWhy() throws Exception {
        DecideResult result = decide(clear(1));

        Documents documents = new Documents(environment.artifacts());
        Decision decision = documents.read(result.decision(), Decision.class);
        assertThat(result.action()).isEqualTo(new Action.Promote("linear"));
        assertThat(result.actionDigest()).isEqualTo(Digests.ofRecord(result.action()));
        assertThat(decision.decisionId()).isEqualTo("d1");
        assertThat(decision.attempts()).hasSize(1);
        assertThat(decision.viewDigest()).isEqualTo(Digests.ofRecord(documents.read(decision.view(), RunView.class)));
        assertThat(made()).containsExactly(new LedgerEvent.DecisionMade("d1", "promote", result.decision()));
    }

    @Test
    void givesTheSameAnswerTwiceAndRecordsItOnce() throws Exception {
        DecideRequest request = clear(1);
        DecideResult first = decide(request);
        environment
                .ledger()
                .index(new RunRecord(
                        "churn", "run-0", "v", "file:///x", Instant.EPOCH, Instant.EPOCH, Outcome.REJECTED, "no"));
        DecideResult second = decide(junctions.models(1, 3_555, List.of(), best(), baseline()));

        assertThat(second).isEqualTo(first);
        assertThat(made()).hasSize(1);
    }

    @Test
    void decidesEachNumberAnew() throws Exception {
        decide(clear(1));
        decide(clear(2));

        assertThat(made()).hasSize(2);
    }

    @Test
    void repairsDataThatCanBeRepaired() throws Exception {
        DecideResult result = decide(junctions.data(1, DataVerdict.REPAIRABLE, List.of(Junctions.leakage("answer"))));

        assertThat(result.action()).isEqualTo(new Action.RepairData(List.of(new Repair.DropColumn("answer"))));
    }

    @Test
    void answersTheSharedEvents() throws Exception {
        SharedEvents events = new SharedEvents("decide");
        for (String name : List.of("data", "models")) {
            byte[] request = events.request(name);
            assertThat(SharedEvents.withoutUsage(bytes(request)).at("/action"))
                    .isEqualTo(events.expected(name).at("/action"));
        }
    }

    private DecideRequest clear(int number) {
        return junctions.models(number, 3_600, List.of(), best(), baseline());
    }

    private static CandidateEvaluation best() {
        return evaluated("linear", Algorithm.LINEAR, 0.8, Map.of());
    }

    private static CandidateEvaluation baseline() {
        return evaluated("baseline", Algorithm.BASELINE, 0.5, Map.of());
    }

    private DecideResult decide(DecideRequest request) throws Exception {
        return ContractJson.LENIENT.readValue(
                bytes(ContractJson.LENIENT.writeValueAsBytes(request)), DecideResult.class);
    }

    private byte[] bytes(byte[] request) throws Exception {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new DecideHandler(environment.stage()).handleRequest(new ByteArrayInputStream(request), answer, null);
        assertThat(answer.size()).isLessThan(32 * 1024);
        return answer.toByteArray();
    }

    private List<LedgerEvent> made() {
        return environment.ledger().entries("run-1").stream()
                .map(LedgerEntry::event)
                .filter(LedgerEvent.DecisionMade.class::isInstance)
                .toList();
    }
}
