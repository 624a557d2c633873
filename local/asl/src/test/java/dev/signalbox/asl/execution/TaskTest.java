package dev.signalbox.asl.execution;

import static dev.signalbox.asl.Trial.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.TaskAnswer;
import dev.signalbox.asl.Trial;
import org.junit.jupiter.api.Test;

/// Task states: what is called, what comes back, and what the history says of it.
class TaskTest {

    private static final String FUNCTION = "'arn:aws:lambda:us-east-1:123456789012:function:work'";
    private static final String INVOKE = "'arn:aws:states:::lambda:invoke'";
    private static final String CALLBACK = "'arn:aws:states:::lambda:invoke.waitForTaskToken'";

    private static Trial task(String fields) {
        return Trial.ofState("{'Type': 'Task', 'End': true, " + fields + "}");
    }

    /// A task that calls `work` with a token and waits for the answer.
    private static Trial callback(String fields) {
        return task("'Resource': " + CALLBACK + ", 'Arguments': {'FunctionName': 'work'}" + fields);
    }

    @Test
    void aFunctionReceivesTheInputAndItsAnswerIsTheOutput() {
        Trial trial = task("'Resource': " + FUNCTION).then("work", "{'done': true}");
        ExecutionResult result = trial.run("{'n': 1}");
        assertThat(result.output()).isEqualTo(json("{'done': true}"));
        assertThat(trial.calls.getFirst().payload()).isEqualTo(json("{'n': 1}"));
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 TaskStateEntered S",
                        "3 2 LambdaFunctionScheduled",
                        "4 3 LambdaFunctionStarted",
                        "5 4 LambdaFunctionSucceeded",
                        "6 5 TaskStateExited S",
                        "7 6 ExecutionSucceeded");
    }

    @Test
    void argumentsReplaceTheInputAndOutputSeesTheResult() {
        Trial trial = task("'Resource': " + FUNCTION
                + ", 'Arguments': {'m': '{% $states.input.n * 2 %}'}, 'Output': {'r': '{% $states.result.m + 1 %}', 'i':"
                + " '{% $states.input %}'}");
        assertThat(trial.run("{'n': 2}").output()).isEqualTo(json("{'r': 5, 'i': {'n': 2}}"));
    }

    @Test
    void lambdaInvokeHandsOverThePayloadAndWrapsTheAnswer() {
        Trial trial = task("'Resource': " + INVOKE
                        + ", 'Arguments': {'FunctionName': 'arn:aws:lambda:us-east-1:123456789012:function:work:live', 'Payload':"
                        + " {'n': '{% $states.input.n %}'}}")
                .then("work", "{'done': true}");
        ExecutionResult result = trial.run("{'n': 1}");
        assertThat(trial.calls.getFirst().functionName()).isEqualTo("work");
        assertThat(trial.calls.getFirst().payload()).isEqualTo(json("{'n': 1}"));
        assertThat(result.output())
                .isEqualTo(json("{'ExecutedVersion': '$LATEST', 'Payload': {'done': true}, 'StatusCode': 200}"));
        assertThat(Trial.types(result))
                .containsExactly(
                        "ExecutionStarted",
                        "TaskStateEntered",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskSucceeded",
                        "TaskStateExited",
                        "ExecutionSucceeded");
        assertThat(result.history().get(2).toAwsJson().get("taskScheduledEventDetails"))
                .isEqualTo(json("""
                                {'parameters': '{\\'FunctionName\\':\\'arn:aws:lambda:us-east-1:123456789012:function:work:live\\',\\'Payload\\':{\\'n\\':1}}',
                                 'region': 'us-east-1', 'resource': 'invoke', 'resourceType': 'lambda'}
                                """));
    }

    @Test
    void aFailureThatNothingCatchesEndsTheExecutionWithItsErrorAndCause() {
        ExecutionResult result =
                task("'Resource': " + FUNCTION).thenFails("work", "Broken").run();
        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.error()).isEqualTo("Broken");
        assertThat(result.cause()).isEqualTo("because");
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 TaskStateEntered S",
                        "3 2 LambdaFunctionScheduled",
                        "4 3 LambdaFunctionStarted",
                        "5 4 LambdaFunctionFailed",
                        "6 5 ExecutionFailed");
    }

    @Test
    void anUncheckedExceptionIsAFailureNamedByItsClass() {
        ExecutionResult result = task("'Resource': " + FUNCTION)
                .function("work", payload -> {
                    throw new IllegalStateException("no way");
                })
                .run();
        assertThat(result.error()).isEqualTo("java.lang.IllegalStateException");
        assertThat(result.cause()).isEqualTo("no way");
    }

    @Test
    void aTaskThatTakesTooLongTimesOutAtItsTime() {
        ExecutionResult result = task("'Resource': " + FUNCTION + ", 'TimeoutSeconds': 5")
                .takes("work", 7)
                .run();
        assertThat(result.error()).isEqualTo("States.Timeout");
        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(Trial.seconds(result)).isEqualTo(5);
        assertThat(Trial.types(result)).contains("LambdaFunctionTimedOut");
        assertThat(result.history().get(2).details().get("timeoutInSeconds").asInt())
                .isEqualTo(5);
    }

    @Test
    void aTimeoutMayBeAnExpression() {
        ExecutionResult result = task("'Resource': " + INVOKE
                        + ", 'Arguments': {'FunctionName': 'work'}, 'TimeoutSeconds': '{% $states.input.t %}'")
                .takes("work", 7)
                .run("{'t': 3}");
        assertThat(Trial.seconds(result)).isEqualTo(3);
        assertThat(Trial.types(result)).contains("TaskTimedOut");
    }

    @Test
    void aTaskInTimeIsNotTimedOut() {
        ExecutionResult result = task("'Resource': " + FUNCTION + ", 'TimeoutSeconds': 8")
                .takes("work", 7)
                .run();
        assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(Trial.seconds(result)).isEqualTo(7);
    }

    @Test
    void aSilentTaskMissesItsHeartbeat() {
        ExecutionResult result = task("'Resource': " + FUNCTION + ", 'TimeoutSeconds': 60, 'HeartbeatSeconds': 4")
                .takes("work", 30)
                .run();
        assertThat(result.error()).isEqualTo("States.Timeout");
        assertThat(Trial.seconds(result)).isEqualTo(4);
    }

    @Test
    void undefinedArgumentsFailBeforeAnythingIsCalled() {
        Trial trial = task("'Resource': " + FUNCTION + ", 'Arguments': {'a': '{% $nothing %}'}");
        ExecutionResult result = trial.run();
        assertThat(trial.calls).isEmpty();
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 TaskStateEntered S",
                        "3 0 EvaluationFailed",
                        "4 3 ExecutionFailed");
        assertThat(result.cause()).contains("specified for the field 'Arguments/a' returned nothing (undefined).");
    }

    @Test
    void aCallbackTaskGetsItsTokenAndWaitsForTheAnswer() {
        Trial trial = task("'Resource': " + CALLBACK
                        + ", 'Arguments': {'FunctionName': 'work', 'Payload': {'token': '{% $states.context.Task.Token %}'}}")
                .answer("token-1", new TaskAnswer.Success(json("{'approved': true}"), Trial.START));
        ExecutionResult result = trial.run();
        assertThat(trial.calls.getFirst().taskToken()).isEqualTo("token-1");
        assertThat(trial.calls.getFirst().payload()).isEqualTo(json("{'token': 'token-1'}"));
        assertThat(result.output()).isEqualTo(json("{'approved': true}"));
        assertThat(Trial.types(result))
                .containsExactly(
                        "ExecutionStarted",
                        "TaskStateEntered",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskSubmitted",
                        "TaskSucceeded",
                        "TaskStateExited",
                        "ExecutionSucceeded");
        assertThat(result.history().get(3).details().get("resource").asText()).isEqualTo("invoke.waitForTaskToken");
    }

    @Test
    void aCallbackAnsweredWithAFailureFails() {
        ExecutionResult result = callback("")
                .answer("token-1", new TaskAnswer.Failure("Denied", "by the boss", Trial.START))
                .run();
        assertThat(result.error()).isEqualTo("Denied");
        assertThat(result.cause()).isEqualTo("by the boss");
    }

    @Test
    void anyServiceCanWaitForAToken() {
        ExecutionResult result =
                task("'Resource': 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'Arguments': {'QueueUrl': 'q'}")
                        .answer("token-1", new TaskAnswer.Success(json("1"), Trial.START))
                        .run();
        assertThat(result.output()).isEqualTo(json("1"));
        assertThat(result.history().get(2).details().get("resourceType").asText())
                .isEqualTo("sqs");
    }

    @Test
    void aCallbackThatNobodyAnswersTimesOut() {
        ExecutionResult result = callback(", 'TimeoutSeconds': 3600").run();
        assertThat(result.error()).isEqualTo("States.Timeout");
        assertThat(Trial.seconds(result)).isEqualTo(3600);
        assertThat(Trial.types(result)).contains("TaskSubmitted", "TaskTimedOut");
    }

    @Test
    void aCallbackWithoutHeartbeatsTimesOutEarlier() {
        ExecutionResult result =
                callback(", 'TimeoutSeconds': 3600, 'HeartbeatSeconds': 60").run();
        assertThat(result.error()).isEqualTo("States.Timeout");
        assertThat(Trial.seconds(result)).isEqualTo(60);
    }

    @Test
    void anAnswerAfterTheDeadlineComesTooLate() {
        ExecutionResult result = callback(", 'TimeoutSeconds': 10")
                .answer("token-1", new TaskAnswer.Success(json("1"), Trial.START.plusSeconds(11)))
                .run();
        assertThat(result.error()).isEqualTo("States.Timeout");
    }

    @Test
    void aCallbackWithoutAnswerAndDeadlineSuspendsTheExecution() {
        ExecutionResult result = callback("").run();
        assertThat(result.status()).isEqualTo(ExecutionStatus.SUSPENDED);
        assertThat(result.waiting()).hasSize(1);
        assertThat(result.waiting().getFirst().taskToken()).isEqualTo("token-1");
    }

    @Test
    void theMachinesOwnTimeoutEndsTheExecutionAsTimedOut() {
        ExecutionResult result = Trial.of("""
                        {'StartAt': 'W', 'QueryLanguage': 'JSONata', 'TimeoutSeconds': 100, 'States': {
                          'W': {'Type': 'Wait', 'Seconds': 1000, 'End': true}}}
                        """).run();
        assertThat(result.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(result.error()).isEqualTo("States.Timeout");
        assertThat(Trial.seconds(result)).isEqualTo(100);
        assertThat(Trial.lines(result))
                .containsExactly("1 0 ExecutionStarted", "2 0 WaitStateEntered W", "3 0 ExecutionTimedOut");
    }
}
