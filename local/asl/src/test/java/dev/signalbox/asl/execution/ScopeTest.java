package dev.signalbox.asl.execution;

import static dev.signalbox.asl.Trial.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.Trial;
import org.junit.jupiter.api.Test;

/// The scopes of variables, as AWS's page on variables tells them.
class ScopeTest {

    private static ExecutionResult run(String states) {
        return Trial.of("{'StartAt': 'A', 'QueryLanguage': 'JSONata', 'States': {" + states + "}}")
                .run("{'in': 1}");
    }

    @Test
    void assignAndOutputSeeTheValuesFromBeforeTheState() {
        ExecutionResult result = run("""
                'A': {'Type': 'Pass', 'Assign': {'x': 3, 'a': 6}, 'Next': 'B'},
                'B': {'Type': 'Pass', 'Assign': {'x': '{% $a %}', 'nextX': '{% $x %}'}, 'Output': '{% $x %}', 'Next': 'C'},
                'C': {'Type': 'Pass', 'Output': {'out': '{% $states.input %}', 'x': '{% $x %}', 'nextX': '{% $nextX %}'}, 'End': true}
                """);
        assertThat(result.output()).isEqualTo(json("{'out': 3, 'x': 6, 'nextX': 3}"));
    }

    @Test
    void aWholeObjectIsReplacedNotMerged() {
        ExecutionResult result = run("""
                'A': {'Type': 'Pass', 'Assign': {'o': {'a': 1, 'b': 2}}, 'Next': 'B'},
                'B': {'Type': 'Pass', 'Assign': {'o': {'c': '{% $o.a %}'}}, 'Next': 'C'},
                'C': {'Type': 'Pass', 'Output': '{% $o %}', 'End': true}
                """);
        assertThat(result.output()).isEqualTo(json("{'c': 1}"));
    }

    @Test
    void branchesReadOuterVariablesAndDoNotLeakTheirOwn() {
        ExecutionResult result = run("""
                'A': {'Type': 'Pass', 'Assign': {'outer': 'o'}, 'Next': 'X'},
                'X': {'Type': 'Parallel', 'Next': 'C', 'Branches': [
                  {'StartAt': 'P', 'States': {'P': {'Type': 'Pass', 'Assign': {'inner': '{% $outer & "1" %}'}, 'Next': 'Q'},
                                              'Q': {'Type': 'Pass', 'Output': '{% $inner %}', 'End': true}}},
                  {'StartAt': 'R', 'States': {'R': {'Type': 'Pass', 'Output': '{% $exists($inner) %}', 'End': true}}}]},
                'C': {'Type': 'Pass', 'Output': {'result': '{% $states.input %}', 'leaked': '{% $exists($inner) %}'}, 'End': true}
                """.replace("\"1\"", "\\'1\\'".replace("\\'", "\\\"")));
        assertThat(result.output()).isEqualTo(json("{'result': ['o1', false], 'leaked': false}"));
    }

    @Test
    void iterationsDoNotSeeEachOthersVariables() {
        ExecutionResult result = run("""
                'A': {'Type': 'Map', 'Items': [1, 2], 'MaxConcurrency': 1, 'End': true, 'ItemProcessor': {'StartAt': 'P', 'States': {
                  'P': {'Type': 'Pass', 'Output': '{% $exists($seen) %}', 'Assign': {'seen': true}, 'End': true}}}}
                """);
        assertThat(result.output()).isEqualTo(json("[false, false]"));
    }

    @Test
    void theAssignOfAMapSeesItsResultAndWritesTheOuterScope() {
        ExecutionResult result = run("""
                'A': {'Type': 'Map', 'Items': [1, 2], 'Assign': {'sum': '{% $sum($states.result) %}'}, 'Output': '{% $states.result[0] %}', 'Next': 'C',
                  'ItemProcessor': {'StartAt': 'P', 'States': {'P': {'Type': 'Pass', 'End': true}}}},
                'C': {'Type': 'Pass', 'Output': {'in': '{% $states.input %}', 'sum': '{% $sum %}'}, 'End': true}
                """.replace("$sum %}'}, 'End'", "$total %}'}, 'End'")
                .replace("{'sum': '{% $sum(", "{'total': '{% $sum("));
        assertThat(result.output()).isEqualTo(json("{'in': 1, 'sum': 3}"));
    }

    @Test
    void theHistoryTellsWhatWasAssigned() {
        ExecutionResult result = run("'A': {'Type': 'Pass', 'Assign': {'x': [1], 's': 'text'}, 'End': true}");
        assertThat(result.history()
                        .get(2)
                        .toAwsJson()
                        .get("stateExitedEventDetails")
                        .get("assignedVariables"))
                .isEqualTo(json("{'x': '[1]', 's': '\\'text\\''}"));
    }

    @Test
    void variablesOfOneStateOver256KibAreRefused() {
        ExecutionResult result = Trial.of("""
                        {'StartAt': 'A', 'QueryLanguage': 'JSONata', 'States': {
                          'A': {'Type': 'Pass', 'Assign': {'x': '{% $states.input %}', 'y': '{% $states.input %}'}, 'End': true}}}
                        """).run("'" + "x".repeat(140_000) + "'");
        assertThat(result.error()).isEqualTo("States.DataLimitExceeded");
    }
}
