package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/// Events that arrive more than once and in another order, as events may.
@ExtendWith(DeploymentExtension.class)
class DuplicateTest {
    private static final String KEY = "incoming/quick/penguins.csv";
    private static final int EVENTS = 200;
    private static final int AT_A_TIME = 8;

    private final Deployment aws;
    private final Executions executions;

    DuplicateTest(Deployment aws) {
        this.aws = aws;
        this.executions = new Executions(aws);
    }

    @Test
    void startOneRunForEachVersionOfTheData() throws Exception {
        executions.upload(KEY, Tables.penguins(aws.root()).half());
        List<DescribeExecutionResponse> first = executions.ended(KEY, 1);
        executions.upload(KEY, Tables.penguins(aws.root()).whole());
        List<DescribeExecutionResponse> both = executions.ended(KEY, 2);
        assertThat(first).extracting(DuplicateTest::outcome).containsExactly("promoted");
        assertThat(both).extracting(DuplicateTest::outcome).doesNotContain("duplicate");

        List<String> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(both.get(i % both.size()).input());
        }
        Collections.shuffle(events, new Random(11));
        List<Future<DescribeExecutionResponse>> ended = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_A_TIME)) {
            events.forEach(event -> ended.add(senders.submit(() -> executions.started(event))));
        }

        for (Future<DescribeExecutionResponse> one : ended) {
            assertThat(one.get().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(outcome(one.get())).isEqualTo("duplicate");
        }
        assertThat(aws.ledger().runs("quick", 1_000)).hasSize(2);
    }

    private static String outcome(DescribeExecutionResponse execution) {
        return Executions.json(execution.output()).path("outcome").asText();
    }
}
