package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.ledger.RunRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/// Much at once.
@ExtendWith(DeploymentExtension.class)
class CrowdTest {
    private static final int FILES = 20;
    private static final int EVENTS = 200;

    private final Deployment aws;
    private final Executions executions;

    CrowdTest(Deployment aws) {
        this.aws = aws;
        this.executions = new Executions(aws);
    }

    @Test
    void ofUploadsEachHasItsRunAndTheEventsOfEachStartNoSecondOne() {
        Tables tables = Tables.penguins(aws.root());
        IntStream.range(0, FILES)
                .parallel()
                .forEach(i -> executions.upload("incoming/crowd/" + i + ".csv", tables.without(i)));
        List<DescribeExecutionResponse> first = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            first.addAll(executions.ended("incoming/crowd/" + i + ".csv", 1));
        }

        assertThat(first).allMatch(execution -> execution.status() == ExecutionStatus.SUCCEEDED);
        assertThat(first).extracting(execution -> outcome(execution)).containsOnly("promoted", "rejected");
        List<RunRecord> runs = aws.ledger().runs("crowd", 1_000);
        assertThat(runs).hasSize(FILES).allMatch(run -> run.endedAt() != null);
        assertThat(runs).extracting(RunRecord::datasetVersion).doesNotHaveDuplicates();
        List<ModelVersion> versions = aws.ledger().versions("crowd");
        assertThat(versions).isNotEmpty();
        assertThat(versions).extracting(ModelVersion::version).doesNotHaveDuplicates();
        assertThat(versions).hasSize((int) first.stream()
                .filter(execution -> outcome(execution).equals("promoted"))
                .count());

        sendTheEventsAgain(first);

        assertThat(aws.ledger().runs("crowd", 1_000)).hasSize(FILES);
        assertThat(aws.ledger().versions("crowd")).hasSize(versions.size());
    }

    /// Each event ten times, in any order, under an id of its own as a second delivery has.
    private void sendTheEventsAgain(List<DescribeExecutionResponse> first) {
        List<JsonNode> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(Executions.json(first.get(i % first.size()).input()));
        }
        Collections.shuffle(events, new Random(7));
        List<String> arns = new ArrayList<>();
        try (SfnClient sfn = aws.sfn()) {
            for (JsonNode event : events) {
                arns.add(sfn.startExecution(request -> request.stateMachineArn(aws.output("StateMachine"))
                                .input(((ObjectNode) event).toString()))
                        .executionArn());
            }
            for (int i = 0; i < FILES; i++) {
                assertThat(executions.ended("incoming/crowd/" + i + ".csv", 1 + EVENTS / FILES))
                        .hasSize(1 + EVENTS / FILES)
                        .allMatch(execution -> execution.status() == ExecutionStatus.SUCCEEDED)
                        .filteredOn(execution -> arns.contains(execution.executionArn()))
                        .extracting(execution -> outcome(execution))
                        .containsOnly("duplicate");
            }
        }
    }

    private static String outcome(DescribeExecutionResponse execution) {
        return Executions.json(execution.output()).path("outcome").asText();
    }
}
