package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/// An event that arrives more than once, as events may.
@ExtendWith(DeploymentExtension.class)
class DuplicateTest {
    private static final String KEY = "incoming/quick/penguins.csv";
    private static final int AGAIN = 20;

    private final Deployment aws;
    private final Executions executions;

    DuplicateTest(Deployment aws) {
        this.aws = aws;
        this.executions = new Executions(aws);
    }

    @Test
    void startsOneRun() {
        executions.upload(KEY, Tables.penguins(aws.root()).whole());
        DescribeExecutionResponse first = executions.ended(KEY, 1).getFirst();
        assertThat(outcome(first)).isEqualTo("promoted");

        try (SfnClient sfn = aws.sfn()) {
            IntStream.range(0, AGAIN)
                    .forEach(i -> sfn.startExecution(request ->
                            request.stateMachineArn(aws.output("StateMachine")).input(first.input())));
        }
        List<DescribeExecutionResponse> all = executions.ended(KEY, 1 + AGAIN);

        assertThat(all).hasSize(1 + AGAIN).allMatch(execution -> execution.status() == ExecutionStatus.SUCCEEDED);
        assertThat(all.stream()
                        .filter(execution -> !execution.executionArn().equals(first.executionArn()))
                        .map(DuplicateTest::outcome))
                .containsOnly("duplicate");
        assertThat(aws.ledger().runs("quick", 1_000)).hasSize(1);
        assertThat(aws.ledger().versions("quick")).hasSize(1);
    }

    private static String outcome(DescribeExecutionResponse execution) {
        return Executions.json(execution.output()).path("outcome").asText();
    }
}
