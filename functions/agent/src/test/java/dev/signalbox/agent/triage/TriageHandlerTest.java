package dev.signalbox.agent.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Junctions;
import dev.signalbox.agent.view.FailureSteps;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.DecideResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.contract.stage.TriageRequest;
import dev.signalbox.runtime.testing.SharedEvents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageHandlerTest {
    @TempDir
    Path folder;

    private TestEnvironment environment;
    private RunRef run;

    @BeforeEach
    void open() {
        environment = new TestEnvironment(folder);
        run = new Junctions(environment, folder).run();
    }

    @Test
    void setsBadDataAsideAndRecordsIt() throws Exception {
        DecideResult result = triage(run, "Ingest", InvalidInput.class.getName(), "The file is empty.", 1);

        assertThat(result.action()).isEqualTo(new Action.Quarantine("The file is empty."));
        assertThat(result.decisionId()).isEqualTo("d1");
        assertThat(environment.ledger().entries("run-1"))
                .anySatisfy(entry -> assertThat(entry.event())
                        .isEqualTo(new LedgerEvent.DecisionMade("d1", "quarantine", result.decision())));
    }

    @Test
    void triesAnExhaustedStageOnceMore() throws Exception {
        assertThat(triage(run, "Train", ResourceExhausted.class.getName(), "Memory ran out.", 1)
                        .action())
                .isEqualTo(new Action.RetryStage(RetryableStage.TRAIN, new RetryChanges(0.5, 1, false)));
    }

    @Test
    void answersWithoutARun() throws Exception {
        DecideResult result = triage(null, "Intake", InvalidInput.class.getName(), "No such pipeline.", 1);

        assertThat(result.action()).isEqualTo(new Action.Finish());
        assertThat(result.rationale()).contains("No such pipeline.");
    }

    @Test
    void answersTheSharedEvents() throws Exception {
        SharedEvents events = new SharedEvents("triage");
        for (String name : List.of("bad-input", "no-run", "out-of-memory", "unreachable", "retry-agreed")) {
            assertThat(SharedEvents.withoutUsage(bytes(events.request(name))).at("/action"))
                    .isEqualTo(events.expected(name).at("/action"));
        }
    }

    @Test
    void timeAndMemoryThatDifferALittleChangeNothingThatIsDecidedOn() throws Exception {
        FailureFact one = new FailureFact("Train", "States.Timeout", "", 0, 901.2, 2_300L, 3_008L);
        FailureFact other = new FailureFact("Train", "States.Timeout", "", 0, 907.5, 2_311L, 3_008L);

        DecideResult first = triage(run, one, 1);

        assertThat(triage(run, other, 1)).isEqualTo(first);
        assertThat(FailureSteps.coarse(one))
                .isEqualTo(new FailureFact("Train", "States.Timeout", "", 0, 256.0, 3_008L, 3_008L));
    }

    private DecideResult triage(RunRef of, String state, String error, String message, int number) throws Exception {
        return triage(of, new FailureFact(state, error, message, 0), number);
    }

    private DecideResult triage(RunRef of, FailureFact failure, int number) throws Exception {
        TriageRequest request = new TriageRequest(of, "execution-1", failure, number, new BudgetLeft(5, 10, 3_600, 5));
        return ContractJson.LENIENT.readValue(
                bytes(ContractJson.LENIENT.writeValueAsBytes(request)), DecideResult.class);
    }

    private byte[] bytes(byte[] request) throws Exception {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new TriageHandler(environment.stage()).handleRequest(new ByteArrayInputStream(request), answer, null);
        return answer.toByteArray();
    }
}
