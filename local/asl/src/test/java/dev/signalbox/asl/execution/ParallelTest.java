package dev.signalbox.asl.execution;

import static dev.signalbox.asl.Trial.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.Trial;
import org.junit.jupiter.api.Test;

/// Parallel states.
class ParallelTest {

    private static Trial parallel(String fields, String first, String second) {
        return Trial.of("""
                {'StartAt': 'X', 'QueryLanguage': 'JSONata', 'States': {
                  'X': {'Type': 'Parallel', 'End': true, %f 'Branches': [
                    {'StartAt': 'A', 'States': {'A': %1}}, {'StartAt': 'B', 'States': {'B': %2}}]},
                  'Caught': {'Type': 'Pass', 'Output': {'caught': '{% $states.input %}'}, 'End': true}}}
                """.replace("%f", fields.isEmpty() ? "" : fields + ",")
                .replace("%1", first)
                .replace("%2", second));
    }

    @Test
    void eachBranchReceivesTheInputAndTheOutputsComeInTheirOrder() {
        ExecutionResult result = parallel(
                        "",
                        "{'Type': 'Wait', 'Seconds': 5, 'Output': {'a': '{% $states.input.n %}'}, 'End': true}",
                        "{'Type': 'Pass', 'Output': {'b': '{% $states.input.n %}'}, 'End': true}")
                .run("{'n': 1}");
        assertThat(result.output()).isEqualTo(json("[{'a': 1}, {'b': 1}]"));
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 ParallelStateEntered X",
                        "3 2 ParallelStateStarted",
                        "4 3 WaitStateEntered A",
                        "5 3 PassStateEntered B",
                        "6 5 PassStateExited B",
                        "7 4 WaitStateExited A",
                        "8 7 ParallelStateSucceeded",
                        "9 7 ParallelStateExited X",
                        "10 9 ExecutionSucceeded");
    }

    @Test
    void argumentsReplaceTheInputOfTheBranches() {
        ExecutionResult result = parallel(
                        "'Arguments': {'m': '{% $states.input.n * 2 %}'}",
                        "{'Type': 'Pass', 'End': true}", "{'Type': 'Pass', 'End': true}")
                .run("{'n': 1}");
        assertThat(result.output()).isEqualTo(json("[{'m': 2}, {'m': 2}]"));
    }

    @Test
    void oneBranchThatFailsStopsTheOthersAndGivesItsError() {
        ExecutionResult result = parallel(
                        "",
                        "{'Type': 'Wait', 'Seconds': 100, 'End': true}",
                        "{'Type': 'Fail', 'Error': 'E', 'Cause': 'C'}")
                .run();
        assertThat(result.error()).isEqualTo("E");
        assertThat(result.cause()).isEqualTo("C");
        assertThat(Trial.seconds(result)).isZero();
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 ParallelStateEntered X",
                        "3 2 ParallelStateStarted",
                        "4 3 WaitStateEntered A",
                        "5 3 FailStateEntered B",
                        "6 5 WaitStateAborted",
                        "7 5 ParallelStateFailed",
                        "8 7 ExecutionFailed");
    }

    @Test
    void aFailedBranchIsCaughtByItsErrorOrByBranchFailed() {
        for (String name : new String[] {"E", "States.ALL", "States.TaskFailed", "States.BranchFailed"}) {
            ExecutionResult result = parallel(
                            "'Catch': [{'ErrorEquals': ['" + name + "'], 'Next': 'Caught'}]",
                            "{'Type': 'Pass', 'End': true}",
                            "{'Type': 'Fail', 'Error': 'E', 'Cause': 'C'}")
                    .run();
            assertThat(result.output()).as(name).isEqualTo(json("{'caught': {'Error': 'E', 'Cause': 'C'}}"));
        }
    }

    @Test
    void aFailedParallelIsRetriedWithoutAnEventOfItsOwn() {
        ExecutionResult result = parallel(
                        "'Retry': [{'ErrorEquals': ['E'], 'MaxAttempts': 1}]",
                        "{'Type': 'Fail', 'Error': 'E'}",
                        "{'Type': 'Pass', 'End': true}")
                .run();
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 ParallelStateEntered X",
                        "3 2 ParallelStateStarted",
                        "4 3 FailStateEntered A",
                        "5 4 ParallelStateStarted",
                        "6 5 FailStateEntered A",
                        "7 6 ParallelStateFailed",
                        "8 7 ExecutionFailed");
        assertThat(Trial.seconds(result)).isEqualTo(1);
    }

    @Test
    void anErrorCaughtInsideABranchDoesNotLeaveIt() {
        ExecutionResult result = Trial.of("""
                        {'StartAt': 'X', 'QueryLanguage': 'JSONata', 'States': {
                          'X': {'Type': 'Parallel', 'End': true, 'Branches': [
                            {'StartAt': 'A', 'States': {
                              'A': {'Type': 'Task', 'Resource': 'work', 'End': true, 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'H'}]},
                              'H': {'Type': 'Pass', 'Output': 'handled', 'End': true}}}]}}}
                        """).thenFails("work", "E").run();
        assertThat(result.output()).isEqualTo(json("['handled']"));
    }
}
