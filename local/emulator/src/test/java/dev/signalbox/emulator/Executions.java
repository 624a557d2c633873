package dev.signalbox.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/// Uploads, and the executions that they start.
final class Executions {
    private static final Duration MOST = Duration.ofMinutes(10);

    private final Deployment deployment;
    private final SfnClient sfn;
    private final S3Client s3;
    private final Map<String, DescribeExecutionResponse> ended = new ConcurrentHashMap<>();

    Executions(Deployment deployment) {
        this.deployment = deployment;
        this.sfn = deployment.sfn();
        this.s3 = deployment.s3();
    }

    /// Uploads a file; nothing else starts anything.
    void upload(String key, Path file) {
        s3.putObject(
                request -> request.bucket(deployment.output("IncomingBucket")).key(key), RequestBody.fromFile(file));
    }

    /// Uploads bytes.
    void upload(String key, byte[] bytes) {
        s3.putObject(
                request -> request.bucket(deployment.output("IncomingBucket")).key(key), RequestBody.fromBytes(bytes));
    }

    /// Waits until the executions that `key` started are as many as that and have ended.
    List<DescribeExecutionResponse> ended(String key, int count) {
        return Awaitility.await("executions of " + key)
                .atMost(MOST)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> of(key),
                        found -> found.size() >= count
                                && found.stream().allMatch(one -> one.status() != ExecutionStatus.RUNNING));
    }

    /// Waits for the one execution of a key, and answers its output.
    JsonNode output(String key) {
        List<DescribeExecutionResponse> ended = ended(key, 1);
        if (ended.size() != 1 || ended.getFirst().status() != ExecutionStatus.SUCCEEDED) {
            throw new AssertionError("Expected one execution of " + key + " that succeeded; found "
                    + ended.stream()
                            .map(one -> one.statusAsString() + " " + one.error() + ": " + one.cause())
                            .toList());
        }
        return json(ended.getFirst().output());
    }

    /// What a key has started until now.
    List<DescribeExecutionResponse> of(String key) {
        return sfn
                .listExecutionsPaginator(request -> request.stateMachineArn(deployment.output("StateMachine")))
                .executions()
                .stream()
                .map(ExecutionListItem::executionArn)
                .map(this::described)
                .filter(execution -> execution.input().contains('"' + key + '"'))
                .toList();
    }

    /// Starts an execution with an input of its own and waits for its end.
    DescribeExecutionResponse started(String input) {
        String arn = sfn.startExecution(request -> request.stateMachineArn(deployment.output("StateMachine"))
                        .input(input))
                .executionArn();
        return Awaitility.await("the execution " + arn)
                .atMost(MOST)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> described(arn), one -> one.status() != ExecutionStatus.RUNNING);
    }

    /// What has ended does not change any more, and is not asked for again.
    private DescribeExecutionResponse described(String arn) {
        DescribeExecutionResponse known = ended.get(arn);
        if (known != null) {
            return known;
        }
        DescribeExecutionResponse now = sfn.describeExecution(request -> request.executionArn(arn));
        if (now.status() != ExecutionStatus.RUNNING) {
            ended.put(arn, now);
        }
        return now;
    }

    static JsonNode json(String text) {
        try {
            return ContractJson.LENIENT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
