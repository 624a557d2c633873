package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/// A stage that cannot be called for a while.
@ExtendWith(DeploymentExtension.class)
class RetryTest {
    private static final String KEY = "incoming/crowd/throttled.csv";
    private static final String VALIDATE = "signalbox-dev-validate";

    private final Deployment aws;
    private final Executions executions;

    RetryTest(Deployment aws) {
        this.aws = aws;
        this.executions = new Executions(aws);
    }

    @Test
    void aStageThatFailsTwiceIsCalledAgain() {
        try (LambdaClient lambda = aws.lambda()) {
            lambda.putFunctionConcurrency(
                    request -> request.functionName(VALIDATE).reservedConcurrentExecutions(0));
            try {
                executions.upload(KEY, Tables.penguins(aws.root()).without(100));
                DescribeExecutionResponse running = executions.waitsIn(KEY, "Validate");
                Awaitility.await("two throttled calls")
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> failures(running).size() >= 2);
            } finally {
                lambda.deleteFunctionConcurrency(request -> request.functionName(VALIDATE));
            }
        }

        DescribeExecutionResponse ended = executions.ended(KEY, 1).getFirst();

        assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(executions.path(ended))
                .contains("Validate", "Prepare", "Report")
                .doesNotContain("Triage");
        assertThat(failures(ended)).allMatch(error -> error.contains("TooManyRequests"));
    }

    private List<String> failures(DescribeExecutionResponse execution) {
        return executions.history(execution).stream()
                .map(HistoryEvent::taskFailedEventDetails)
                .filter(details -> details != null)
                .map(details -> String.valueOf(details.error()))
                .toList();
    }
}
