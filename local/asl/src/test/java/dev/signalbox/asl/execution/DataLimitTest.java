package dev.signalbox.asl.execution;

import static dev.signalbox.asl.Trial.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.Trial;
import org.junit.jupiter.api.Test;

/// The limit of 256 KiB.
class DataLimitTest {

    @Test
    void aResultOver256KibIsADataLimitErrorThatStatesAllDoesNotCatch() {
        String big = "'" + "x".repeat(256 * 1024 - 1) + "'";
        ExecutionResult uncaught = Trial.ofWork("'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Caught'}]")
                .then("work", big)
                .run();
        assertThat(uncaught.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(uncaught.cause())
                .isEqualTo(
                        "The state/task 'arn:aws:lambda:us-east-1:123456789012:function:work' returned a result with a size "
                                + "exceeding the maximum number of bytes service limit.");
        ExecutionResult caught = Trial.ofWork(
                        "'Catch': [{'ErrorEquals': ['States.DataLimitExceeded'], 'Next': 'Caught', 'Output': 1}]")
                .then("work", big)
                .run();
        assertThat(caught.output()).isEqualTo(json("{'caught': 1}"));
    }

    @Test
    void aResultOfExactly256KibPasses() {
        ExecutionResult result = Trial.ofWork("'Output': 'small'")
                .then("work", "'" + "x".repeat(256 * 1024 - 2) + "'")
                .run();
        assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void anInputOver256KibFailsTheExecution() {
        ExecutionResult result = Trial.ofState("{'Type': 'Succeed'}").run("'" + "x".repeat(256 * 1024) + "'");
        assertThat(result.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(Trial.types(result)).containsExactly("ExecutionStarted", "ExecutionFailed");
    }

    @Test
    void anOutputOver256KibFailsTheState() {
        ExecutionResult result = Trial.ofState(
                        "{'Type': 'Pass', 'Output': '{% [$states.input, $states.input] %}', 'End': true}")
                .run("'" + "x".repeat(140_000) + "'");
        assertThat(result.error()).isEqualTo("States.DataLimitExceeded");
    }
}
