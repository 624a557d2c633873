package dev.signalbox.asl.execution;

import static dev.signalbox.asl.Trial.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Retry and Catch.
class FaultTest {

    private static Trial failing(String fields, String error, int times) {
        Trial trial = Trial.ofWork(fields);
        for (int i = 0; i < times; i++) {
            trial.thenFails("work", error);
        }
        return trial;
    }

    /// When a function that always fails is called, in seconds.
    private static List<Double> schedule(String retrier) {
        Trial trial = failing("'Retry': [{'ErrorEquals': ['E']" + retrier + "}]", "E", 9);
        assertThat(trial.run().error()).isEqualTo("E");
        return trial.callSeconds();
    }

    @Test
    void retriesByDefaultThreeTimesAfterOneTwoAndFourSeconds() {
        assertThat(schedule("")).containsExactly(0.0, 1.0, 3.0, 7.0);
    }

    @Test
    void retriesOnTheGivenScheduleUpToTheLongestDelay() {
        assertThat(schedule(", 'IntervalSeconds': 3, 'BackoffRate': 3, 'MaxAttempts': 4, 'MaxDelaySeconds': 20"))
                .containsExactly(0.0, 3.0, 12.0, 32.0, 52.0);
    }

    @Test
    void aRateOfOneAndAHalfKeepsItsFractions() {
        assertThat(schedule(", 'BackoffRate': 1.5")).containsExactly(0.0, 1.0, 2.5, 4.75);
    }

    @Test
    void fullJitterDrawsEachDelayBelowTheSchedule() {
        List<Double> seconds = schedule(", 'IntervalSeconds': 10, 'BackoffRate': 1, 'JitterStrategy': 'FULL'");
        assertThat(seconds).hasSize(4);
        for (int i = 1; i < 4; i++) {
            assertThat(seconds.get(i) - seconds.get(i - 1)).isBetween(0.0, 10.0);
        }
        assertThat(seconds.get(1)).isNotEqualTo(10.0);
    }

    @Test
    void aRetryThatSucceedsGoesOn() {
        Trial trial = failing("'Retry': [{'ErrorEquals': ['E']}]", "E", 2).then("work", "{'ok': 1}");
        ExecutionResult result = trial.run();
        assertThat(result.output()).isEqualTo(json("{'ok': 1}"));
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 TaskStateEntered S",
                        "3 2 LambdaFunctionScheduled",
                        "4 3 LambdaFunctionStarted",
                        "5 4 LambdaFunctionFailed",
                        "6 5 LambdaFunctionScheduled",
                        "7 6 LambdaFunctionStarted",
                        "8 7 LambdaFunctionFailed",
                        "9 8 LambdaFunctionScheduled",
                        "10 9 LambdaFunctionStarted",
                        "11 10 LambdaFunctionSucceeded",
                        "12 11 TaskStateExited S",
                        "13 12 ExecutionSucceeded");
        assertThat(trial.calls.stream().map(call -> call.retryCount()).toList()).containsExactly(0, 1, 2);
    }

    @Test
    void eachRetrierCountsItsOwnAttempts() {
        // The example of AWS's error handling page: A, B, C and B again.
        Trial trial = Trial.ofWork("""
                        'Retry': [{'ErrorEquals': ['A', 'B'], 'IntervalSeconds': 1, 'BackoffRate': 2.0, 'MaxAttempts': 2},
                                  {'ErrorEquals': ['C'], 'IntervalSeconds': 5}],
                        'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Caught'}]
                        """)
                .thenFails("work", "A")
                .thenFails("work", "B")
                .thenFails("work", "C")
                .thenFails("work", "B");
        ExecutionResult result = trial.run();
        assertThat(trial.callSeconds()).containsExactly(0.0, 1.0, 3.0, 8.0);
        assertThat(result.output()).isEqualTo(json("{'caught': {'Error': 'B', 'Cause': 'because'}}"));
    }

    @Test
    void maxAttemptsOfZeroNeverRetries() {
        Trial trial =
                failing("'Retry': [{'ErrorEquals': ['E'], 'MaxAttempts': 0}, {'ErrorEquals': ['States.ALL']}]", "E", 9);
        trial.run();
        assertThat(trial.calls).hasSize(1);
    }

    @Test
    void countersStartAgainWhenTheStateIsEnteredAgain() {
        Trial trial = Trial.of("""
                        {'StartAt': 'S', 'QueryLanguage': 'JSONata', 'States': {
                          'S': {'Type': 'Task', 'Resource': 'work', 'Next': 'Again', 'Retry': [{'ErrorEquals': ['E'], 'MaxAttempts': 1}],
                                'Assign': {'n': '{% ($exists($n) ? $n : 0) + 1 %}'}},
                          'Again': {'Type': 'Choice', 'Choices': [{'Condition': '{% $n < 2 %}', 'Next': 'S'}], 'Default': 'End'},
                          'End': {'Type': 'Succeed'}}}
                        """)
                .thenFails("work", "E")
                .then("work", "1")
                .thenFails("work", "E")
                .then("work", "2");
        assertThat(trial.run().output()).isEqualTo(json("2"));
    }

    @ParameterizedTest
    @CsvSource({
        "Custom, States.ALL, true",
        "Custom, States.TaskFailed, true",
        "Custom, Custom, true",
        "Custom, Other, false",
        "Custom, custom, false",
        "States.Timeout, States.ALL, true",
        "States.Timeout, States.TaskFailed, false",
        "States.Timeout, States.Timeout, true",
        "States.Timeout, States.HeartbeatTimeout, false",
        "States.HeartbeatTimeout, States.HeartbeatTimeout, true",
        "States.HeartbeatTimeout, States.Timeout, true",
        "States.HeartbeatTimeout, States.ALL, true",
        "States.DataLimitExceeded, States.ALL, false",
        "States.DataLimitExceeded, States.DataLimitExceeded, true",
        "States.Runtime, States.ALL, false",
        "States.Runtime, States.TaskFailed, false",
        "States.Runtime, States.Runtime, false",
        "States.Permissions, States.TaskFailed, true",
        "States.QueryEvaluationError, States.ALL, true",
        "States.QueryEvaluationError, States.QueryEvaluationError, true"
    })
    void catchesByAwssRules(String error, String errorEquals, boolean caught) {
        ExecutionResult result = failing(
                        "'Catch': [{'ErrorEquals': ['" + errorEquals + "'], 'Next': 'Caught'}]", error, 1)
                .run();
        assertThat(result.status()).isEqualTo(caught ? ExecutionStatus.SUCCEEDED : ExecutionStatus.FAILED);
        Trial retried = failing("'Retry': [{'ErrorEquals': ['" + errorEquals + "']}]", error, 1);
        retried.run();
        assertThat(retried.calls).hasSize(caught ? 2 : 1);
    }

    @Test
    void theFirstCatcherThatMatchesCatches() {
        ExecutionResult result = failing("""
                        'Catch': [{'ErrorEquals': ['X'], 'Next': 'Caught', 'Output': 'x'},
                                  {'ErrorEquals': ['Y', 'E'], 'Next': 'Caught', 'Output': 'y'},
                                  {'ErrorEquals': ['States.ALL'], 'Next': 'Caught', 'Output': 'all'}]
                        """, "E", 1).run();
        assertThat(result.output()).isEqualTo(json("{'caught': 'y'}"));
    }

    @Test
    void aCatcherSeesInputAndErrorOutputAndAssignsVariables() {
        ExecutionResult result = Trial.of("""
                        {'StartAt': 'S', 'QueryLanguage': 'JSONata', 'States': {
                          'S': {'Type': 'Task', 'Resource': 'work', 'End': true, 'Assign': {'never': 1}, 'Output': 'never',
                            'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'C',
                               'Output': {'e': '{% $states.errorOutput.Error %}', 'i': '{% $states.input.n %}'},
                               'Assign': {'cause': '{% $states.errorOutput.Cause %}'}}]},
                          'C': {'Type': 'Pass', 'Output': {'in': '{% $states.input %}', 'cause': '{% $cause %}', 'never': '{% $exists($never) %}'}, 'End': true}}}
                        """).thenFails("work", "E").run("{'n': 5}");
        assertThat(result.output()).isEqualTo(json("{'in': {'e': 'E', 'i': 5}, 'cause': 'because', 'never': false}"));
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 TaskStateEntered S",
                        "3 2 LambdaFunctionScheduled",
                        "4 3 LambdaFunctionStarted",
                        "5 4 LambdaFunctionFailed",
                        "6 5 TaskStateExited S",
                        "7 6 PassStateEntered C",
                        "8 7 PassStateExited C",
                        "9 8 ExecutionSucceeded");
    }

    @Test
    void anEvaluationErrorOfTheOutputIsRetriedAndThenCaught() {
        Trial trial = Trial.ofWork("""
                'Output': '{% $states.result.missing %}',
                'Retry': [{'ErrorEquals': ['States.QueryEvaluationError'], 'MaxAttempts': 1}],
                'Catch': [{'ErrorEquals': ['States.QueryEvaluationError'], 'Next': 'Caught', 'Output': '{% $states.errorOutput.Error %}'}]
                """);
        ExecutionResult result = trial.run();
        assertThat(trial.calls).hasSize(2);
        assertThat(result.output()).isEqualTo(json("{'caught': 'States.QueryEvaluationError'}"));
    }

    @Test
    void aCatcherWhoseOwnExpressionFailsIsNotCaughtByItsState() {
        ExecutionResult result = failing(
                        "'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Caught', 'Output': '{% $states.errorOutput.nothing %}'}]",
                        "E", 1)
                .run();
        assertThat(result.error()).isEqualTo("States.QueryEvaluationError");
    }

    @Test
    void aTimeoutIsRetriedAfterItsAttemptEnded() {
        Trial trial = Trial.ofWork(
                        "'TimeoutSeconds': 5, 'Retry': [{'ErrorEquals': ['States.Timeout'], 'MaxAttempts': 1}]")
                .takes("work", 9);
        trial.run();
        assertThat(trial.callSeconds()).containsExactly(0.0, 6.0);
    }
}
