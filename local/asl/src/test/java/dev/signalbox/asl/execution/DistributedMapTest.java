package dev.signalbox.asl.execution;

import static dev.signalbox.asl.Trial.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.TaskFailedException;
import dev.signalbox.asl.Trial;
import org.junit.jupiter.api.Test;

/// Distributed Map states over an array.
class DistributedMapTest {

    private static Trial map(String fields, String processor) {
        return Trial.of("""
                {'StartAt': 'M', 'QueryLanguage': 'JSONata', 'States': {
                  'M': {'Type': 'Map', 'End': true, %f 'ItemProcessor': {
                    'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}, 'StartAt': 'P', 'States': {'P': %p}}}}}
                """.replace("%f", fields.isEmpty() ? "" : fields + ",").replace("%p", processor));
    }

    private static final String TASK = "{'Type': 'Task', 'Resource': 'work', 'End': true}";

    private static Trial failingOverFive(String fields) {
        return map(fields, TASK).function("work", payload -> {
            if (payload.asInt() > 5) {
                throw new TaskFailedException("E", null);
            }
            return payload;
        });
    }

    @Test
    void childExecutionsStayOutOfTheHistory() {
        ExecutionResult result = map("", "{'Type': 'Pass', 'Output': '{% $states.input + 1 %}', 'End': true}")
                .run("[1, 2]");
        assertThat(result.output()).isEqualTo(json("[2, 3]"));
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 MapStateEntered M",
                        "3 2 MapStateStarted",
                        "4 3 MapRunStarted",
                        "5 4 MapRunSucceeded",
                        "6 5 MapStateSucceeded",
                        "7 4 MapStateExited M",
                        "8 7 ExecutionSucceeded");
    }

    @Test
    void aFailureIsNotToleratedByDefault() {
        ExecutionResult result = failingOverFive("").run("[1, 6]");
        assertThat(result.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(Trial.types(result))
                .containsExactly(
                        "ExecutionStarted",
                        "MapStateEntered",
                        "MapStateStarted",
                        "MapRunStarted",
                        "MapRunFailed",
                        "MapStateFailed",
                        "ExecutionFailed");
    }

    @Test
    void asManyFailuresAsTheCountSaysAreTolerated() {
        assertThat(failingOverFive("'ToleratedFailureCount': 2")
                        .run("[1, 6, 7, 2]")
                        .output())
                .isEqualTo(json("[1, 2]"));
        assertThat(failingOverFive("'ToleratedFailureCount': 1")
                        .run("[1, 6, 7, 2]")
                        .error())
                .isEqualTo("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void theToleratedPercentageIsOfAllItems() {
        assertThat(failingOverFive("'ToleratedFailurePercentage': 50")
                        .run("[1, 6, 7, 2]")
                        .status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(failingOverFive("'ToleratedFailurePercentage': 49")
                        .run("[1, 6, 7, 2]")
                        .error())
                .isEqualTo("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void withBothTolerancesTheFirstToBeExceededCounts() {
        assertThat(failingOverFive("'ToleratedFailureCount': 1, 'ToleratedFailurePercentage': 100")
                        .run("[1, 6, 7, 2]")
                        .error())
                .isEqualTo("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void tolerancesMayBeExpressions() {
        assertThat(failingOverFive("'Items': '{% $states.input.i %}', 'ToleratedFailureCount': '{% $states.input.t %}'")
                        .run("{'i': [6], 't': 1}")
                        .output())
                .isEqualTo(json("[]"));
    }

    @Test
    void itemsAreBatchedByCountWithTheBatchInput() {
        ExecutionResult result = map(
                        "'ItemBatcher': {'MaxItemsPerBatch': 2, 'BatchInput': {'k': '{% $states.input[0] %}'}}",
                        "{'Type': 'Pass', 'End': true}")
                .run("[1, 2, 3]");
        assertThat(result.output())
                .isEqualTo(json("[{'BatchInput': {'k': 1}, 'Items': [1, 2]}, {'BatchInput': {'k': 1}, 'Items': [3]}]"));
        assertThat(result.history().get(2).details().get("length").asInt()).isEqualTo(3);
    }

    @Test
    void itemsAreBatchedByBytes() {
        ExecutionResult result = map("'ItemBatcher': {'MaxInputBytesPerBatch': 30}", "{'Type': 'Pass', 'End': true}")
                .run("['aaaaaaaa', 'bbbbbbbb', 'cccccccc']");
        assertThat(result.output())
                .isEqualTo(json("[{'Items': ['aaaaaaaa']}, {'Items': ['bbbbbbbb']}, {'Items': ['cccccccc']}]"));
    }

    @Test
    void aFailedBatchCountsAllItsItems() {
        Trial trial = map(
                "'ItemBatcher': {'MaxItemsPerBatch': 2}, 'ToleratedFailureCount': 1", "{'Type': 'Fail', 'Error': 'E'}");
        assertThat(trial.run("[1, 2]").error()).isEqualTo("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void theOuterVariablesAreNotInSight() {
        ExecutionResult result = Trial.of("""
                        {'StartAt': 'A', 'QueryLanguage': 'JSONata', 'States': {
                          'A': {'Type': 'Pass', 'Assign': {'x': 1}, 'Output': [1], 'Next': 'M'},
                          'M': {'Type': 'Map', 'End': true, 'ItemSelector': {'x': '{% $x %}'}, 'ItemProcessor': {
                            'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}, 'StartAt': 'P', 'States': {
                              'P': {'Type': 'Pass', 'Output': {'selected': '{% $states.input.x %}', 'seen': '{% $exists($x) %}'}, 'End': true}}}}}}
                        """).run();
        assertThat(result.output()).isEqualTo(json("[{'selected': 1, 'seen': false}]"));
    }

    @Test
    void theLabelNamesTheRunAndItsChildExecutions() {
        ExecutionResult result = map(
                        "'Label': 'Shots'",
                        "{'Type': 'Pass', 'Output': '{% $states.context.Execution.Id %}', 'End': true}")
                .run("[7]");
        assertThat(result.history().get(3).details().get("mapRunArn").asText()).contains(":mapRun:machine/Shots:");
        assertThat(result.output().get(0).asText()).contains(":execution:machine/Shots:");
    }

    @Test
    void aChildExecutionHasItsOwnInputInTheContext() {
        ExecutionResult result = map(
                        "", "{'Type': 'Pass', 'Output': '{% $states.context.Execution.Input %}', 'End': true}")
                .run("[7]");
        assertThat(result.output()).isEqualTo(json("[7]"));
    }
}
