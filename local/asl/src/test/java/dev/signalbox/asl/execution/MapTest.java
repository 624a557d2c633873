package dev.signalbox.asl.execution;

import static dev.signalbox.asl.Trial.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.TaskFailedException;
import dev.signalbox.asl.Trial;
import org.junit.jupiter.api.Test;

/// Inline Map states.
class MapTest {

    private static Trial map(String fields, String processor) {
        return Trial.of("""
                {'StartAt': 'M', 'QueryLanguage': 'JSONata', 'States': {
                  'M': {'Type': 'Map', 'End': true, %f 'ItemProcessor': {'ProcessorConfig': {'Mode': 'INLINE'}, 'StartAt': 'P', 'States': {
                    'P': %p}}},
                  'Caught': {'Type': 'Pass', 'Output': {'caught': '{% $states.input %}'}, 'End': true}}}
                """.replace("%f", fields.isEmpty() ? "" : fields + ",").replace("%p", processor));
    }

    private static final String PASS = "{'Type': 'Pass', 'End': true}";
    private static final String TASK = "{'Type': 'Task', 'Resource': 'work', 'End': true}";

    @Test
    void iteratesOverItsInputByDefault() {
        ExecutionResult result = map("", "{'Type': 'Pass', 'Output': '{% $states.input * 2 %}', 'End': true}")
                .run("[1, 2, 3]");
        assertThat(result.output()).isEqualTo(json("[2, 4, 6]"));
    }

    @Test
    void oneAtATimeEachIterationFollowsTheOneBefore() {
        ExecutionResult result = map("'MaxConcurrency': 1", PASS).run("[7, 8]");
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 MapStateEntered M",
                        "3 2 MapStateStarted",
                        "4 3 MapIterationStarted M 0",
                        "5 4 PassStateEntered P",
                        "6 5 PassStateExited P",
                        "7 6 MapIterationSucceeded M 0",
                        "8 6 MapIterationStarted M 1",
                        "9 8 PassStateEntered P",
                        "10 9 PassStateExited P",
                        "11 10 MapIterationSucceeded M 1",
                        "12 11 MapStateSucceeded",
                        "13 11 MapStateExited M",
                        "14 13 ExecutionSucceeded");
    }

    @Test
    void concurrentIterationsAllFollowTheStartOfTheMapAndRunByIndex() {
        ExecutionResult result = map("", PASS).run("[7, 8]");
        assertThat(Trial.lines(result)).contains("4 3 MapIterationStarted M 0", "8 3 MapIterationStarted M 1");
    }

    @Test
    void anEmptyArrayGivesAnEmptyArray() {
        ExecutionResult result = map("'Items': '{% [] %}'", PASS).run();
        assertThat(result.output()).isEqualTo(json("[]"));
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 MapStateEntered M",
                        "3 2 MapStateStarted",
                        "4 3 MapStateSucceeded",
                        "5 3 MapStateExited M",
                        "6 5 ExecutionSucceeded");
    }

    @Test
    void itemsThatAreNoArrayFailInAwssWords() {
        ExecutionResult result = map("'Items': '{% 1 %}'", PASS).run();
        assertThat(result.cause())
                .isEqualTo(
                        "An error occurred while executing the state 'M' (entered at the event id #2). The JSONata expression '1' "
                                + "specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'number' for "
                                + "value: 1");
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 MapStateEntered M",
                        "3 0 EvaluationFailed",
                        "4 3 MapStateFailed",
                        "5 4 ExecutionFailed");
    }

    @Test
    void anObjectIsIteratedByItsMembers() {
        ExecutionResult result = map(
                        "'ItemSelector': {'k': '{% $states.context.Map.Item.Key %}', 'v': '{% $states.context.Map.Item.Value %}'}",
                        PASS)
                .run("{'a': 1, 'b': 2}");
        assertThat(result.output()).isEqualTo(json("[{'k': 'a', 'v': 1}, {'k': 'b', 'v': 2}]"));
    }

    @Test
    void theItemSelectorSeesItemIndexInputAndVariables() {
        ExecutionResult result = Trial.of("""
                        {'StartAt': 'A', 'QueryLanguage': 'JSONata', 'States': {
                          'A': {'Type': 'Pass', 'Assign': {'x': 10}, 'Next': 'M'},
                          'M': {'Type': 'Map', 'End': true, 'Items': '{% $states.input.items %}',
                            'ItemSelector': {'i': '{% $states.context.Map.Item.Index %}', 'v': '{% $states.context.Map.Item.Value %}',
                                             'all': '{% $count($states.input.items) %}', 'x': '{% $x %}'},
                            'ItemProcessor': {'StartAt': 'P', 'States': {
                              'P': {'Type': 'Pass', 'Output': {'in': '{% $states.input %}', 'again': '{% $states.context.Map.Item.Index %}'}, 'End': true}}}}}}
                        """).run("{'items': ['a', 'b']}");
        assertThat(result.output()).isEqualTo(json("""
                                [{'in': {'i': 0, 'v': 'a', 'all': 2, 'x': 10}, 'again': 0}, {'in': {'i': 1, 'v': 'b', 'all': 2, 'x': 10}, 'again': 1}]
                                """));
    }

    @Test
    void theFirstFailureFailsTheStateWithItsError() {
        ExecutionResult result = map("'MaxConcurrency': 1", TASK)
                .then("work", "1")
                .thenFails("work", "E")
                .run("[1, 2, 3]");
        assertThat(result.error()).isEqualTo("E");
        assertThat(Trial.lines(result))
                .endsWith(
                        "15 14 LambdaFunctionFailed",
                        "16 15 MapIterationFailed M 1",
                        "17 15 TaskStateAborted",
                        "18 15 MapStateFailed",
                        "19 18 ExecutionFailed");
    }

    @Test
    void iterationsUnderWayAreAbortedWhenOneFails() {
        ExecutionResult result = map("", TASK)
                .takes("work", 10)
                .function("work", payload -> {
                    if (payload.asInt() == 2) {
                        throw new TaskFailedException("E", null);
                    }
                    return payload;
                })
                .run("[2, 3]");
        assertThat(Trial.types(result))
                .endsWith(
                        "LambdaFunctionFailed",
                        "MapIterationFailed",
                        "TaskStateAborted",
                        "MapIterationAborted",
                        "TaskStateAborted",
                        "MapStateFailed",
                        "ExecutionFailed");
    }

    @Test
    void aFailedMapIsRetriedAsAWholeAndThenCaught() {
        ExecutionResult result =
                map("""
                        'Retry': [{'ErrorEquals': ['States.ALL'], 'MaxAttempts': 1}],
                        'Catch': [{'ErrorEquals': ['E'], 'Next': 'Caught'}]
                        """, "{'Type': 'Fail', 'Error': 'E', 'Cause': 'C'}").run("[1]");
        assertThat(result.output()).isEqualTo(json("{'caught': {'Error': 'E', 'Cause': 'C'}}"));
        assertThat(Trial.lines(result))
                .startsWith(
                        "1 0 ExecutionStarted",
                        "2 0 MapStateEntered M",
                        "3 2 MapStateStarted",
                        "4 3 MapIterationStarted M 0",
                        "5 4 FailStateEntered P",
                        "6 5 MapIterationFailed M 0",
                        "7 5 MapStateStarted",
                        "8 7 MapIterationStarted M 0",
                        "9 8 FailStateEntered P",
                        "10 9 MapIterationFailed M 0",
                        "11 9 MapStateFailed",
                        "12 11 MapStateExited M",
                        "13 12 PassStateEntered Caught");
    }

    @Test
    void concurrentIterationsWaitTogether() {
        Trial trial = map("", "{'Type': 'Wait', 'Seconds': 10, 'End': true}");
        assertThat(Trial.seconds(trial.run("[1, 2, 3]"))).isEqualTo(10);
        Trial two = map("'MaxConcurrency': 2", "{'Type': 'Wait', 'Seconds': 10, 'End': true}");
        assertThat(Trial.seconds(two.run("[1, 2, 3]"))).isEqualTo(20);
    }

    @Test
    void maxConcurrencyMayBeAnExpression() {
        Trial trial = map(
                "'Items': '{% $states.input.i %}', 'MaxConcurrency': '{% $states.input.c %}'",
                "{'Type': 'Wait', 'Seconds': 10, 'End': true}");
        assertThat(Trial.seconds(trial.run("{'i': [1, 2, 3], 'c': 1}"))).isEqualTo(30);
    }

    @Test
    void atMostFortyIterationsRunAtOnce() {
        Trial trial = map("'Items': '{% [1..41] %}'", "{'Type': 'Wait', 'Seconds': 10, 'End': true}");
        assertThat(Trial.seconds(trial.run())).isEqualTo(20);
    }

    @Test
    void theOutputsKeepTheOrderOfTheItems() {
        ExecutionResult result = map("", "{'Type': 'Wait', 'Seconds': '{% $states.input %}', 'End': true}")
                .run("[30, 10, 20]");
        assertThat(result.output()).isEqualTo(json("[30, 10, 20]"));
        assertThat(Trial.lines(result).stream()
                        .filter(line -> line.contains("IterationSucceeded"))
                        .toList())
                .extracting(line -> line.charAt(line.length() - 1))
                .containsExactly('1', '2', '0');
    }

    @Test
    void mapsNest() {
        ExecutionResult result = map("", """
                        {'Type': 'Map', 'End': true, 'ItemProcessor': {'StartAt': 'Q', 'States': {
                          'Q': {'Type': 'Pass', 'Output': '{% $states.context.Map.Item.Index %}', 'End': true}}}}
                        """).run("[[5, 6], [7]]");
        assertThat(result.output()).isEqualTo(json("[[0, 1], [0]]"));
        assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void anItemSelectorThatFailsFailsTheState() {
        ExecutionResult result =
                map("'ItemSelector': {'a': '{% $nothing %}'}", PASS).run("[1]");
        assertThat(result.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(Trial.types(result)).endsWith("EvaluationFailed", "MapStateFailed", "ExecutionFailed");
    }
}
