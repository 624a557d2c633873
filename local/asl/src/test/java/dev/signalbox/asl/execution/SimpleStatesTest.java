package dev.signalbox.asl.execution;

import static dev.signalbox.asl.Trial.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.Trial;
import org.junit.jupiter.api.Test;

/// Pass, Choice, Wait, Succeed and Fail.
class SimpleStatesTest {

    @Test
    void passHandsItsInputOn() {
        ExecutionResult result = Trial.ofState("{'Type': 'Pass', 'End': true}").run("{'a': 1}");
        assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(result.output()).isEqualTo(json("{'a': 1}"));
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 PassStateEntered S",
                        "3 2 PassStateExited S",
                        "4 3 ExecutionSucceeded");
    }

    @Test
    void passPutsOutWhatItsOutputSays() {
        ExecutionResult result = Trial.ofState(
                        "{'Type': 'Pass', 'Output': {'b': '{% $states.input.a + 1 %}', 'c': 'text'}, 'End': true}")
                .run("{'a': 1}");
        assertThat(result.output()).isEqualTo(json("{'b': 2, 'c': 'text'}"));
    }

    @Test
    void anUndefinedOutputFailsTheExecution() {
        ExecutionResult result = Trial.ofState("{'Type': 'Pass', 'Output': '{% $states.input.nothing %}', 'End': true}")
                .run();
        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(result.cause())
                .isEqualTo(
                        "An error occurred while executing the state 'S' (entered at the event id #2). The JSONata expression "
                                + "'$states.input.nothing' specified for the field 'Output' returned nothing (undefined).");
        assertThat(Trial.lines(result))
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 PassStateEntered S",
                        "3 0 EvaluationFailed",
                        "4 3 ExecutionFailed");
    }

    private static final String CHOICE = """
            {'StartAt': 'C', 'QueryLanguage': 'JSONata', 'States': {
              'C': {'Type': 'Choice', 'Default': 'No', 'Output': 'by default', 'Assign': {'by': 'default'}, 'Choices': [
                {'Condition': '{% $states.input.n > 10 %}', 'Next': 'Yes', 'Output': 'by the first', 'Assign': {'by': 'first'}},
                {'Condition': '{% $states.input.n > 5 %}', 'Next': 'Yes'}]},
              'Yes': {'Type': 'Pass', 'Output': {'in': '{% $states.input %}', 'by': '{% $exists($by) ? $by : "none" %}'}, 'End': true},
              'No': {'Type': 'Pass', 'Output': {'no': '{% $states.input %}', 'by': '{% $by %}'}, 'End': true}}}
            """.replace("\"none\"", "\\\"none\\\"");

    @Test
    void choiceTakesTheFirstTrueRuleWithItsOutputAndVariables() {
        assertThat(Trial.of(CHOICE).run("{'n': 11}").output()).isEqualTo(json("{'in': 'by the first', 'by': 'first'}"));
    }

    @Test
    void choiceRuleWithoutOutputHandsTheInputOnAndLeavesTheStatesOwnOutputAlone() {
        assertThat(Trial.of(CHOICE).run("{'n': 6}").output()).isEqualTo(json("{'in': {'n': 6}, 'by': 'none'}"));
    }

    @Test
    void choiceTakesItsDefaultWithTheStatesOwnOutputAndVariables() {
        assertThat(Trial.of(CHOICE).run("{'n': 1}").output()).isEqualTo(json("{'no': 'by default', 'by': 'default'}"));
    }

    /// What comes of a Choice with one rule and no default.
    private static ExecutionResult chosen(String condition) {
        return Trial.of("""
                {'StartAt': 'C', 'QueryLanguage': 'JSONata', 'States': {
                  'C': {'Type': 'Choice', 'Choices': [{'Condition': '{% %s %}', 'Next': 'E'}]},
                  'E': {'Type': 'Succeed'}}}
                """.replace("%s", condition)).run();
    }

    @Test
    void choiceWithoutATrueRuleAndWithoutDefaultFails() {
        ExecutionResult result = chosen("false");
        assertThat(result.error()).isEqualTo("States.NoChoiceMatched");
        assertThat(Trial.types(result)).containsExactly("ExecutionStarted", "ChoiceStateEntered", "ExecutionFailed");
    }

    @Test
    void aConditionThatIsNoBooleanIsAnEvaluationError() {
        ExecutionResult result = chosen("1");
        assertThat(result.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(result.cause()).contains("Expected 'boolean', but was 'number' for value: 1");
    }

    @Test
    void waitOfAMillionSecondsTakesNone() {
        ExecutionResult result = Trial.ofState("{'Type': 'Wait', 'Seconds': 1000000, 'End': true}")
                .run();
        assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(Trial.seconds(result)).isEqualTo(1_000_000);
        assertThat(Trial.types(result))
                .containsExactly("ExecutionStarted", "WaitStateEntered", "WaitStateExited", "ExecutionSucceeded");
    }

    @Test
    void waitTakesItsSecondsFromAnExpression() {
        ExecutionResult result = Trial.ofState("{'Type': 'Wait', 'Seconds': '{% $states.input.s * 2 %}', 'End': true}")
                .run("{'s': 15}");
        assertThat(Trial.seconds(result)).isEqualTo(30);
    }

    @Test
    void waitUntilATimestamp() {
        ExecutionResult result = Trial.ofState("{'Type': 'Wait', 'Timestamp': '{% $states.input.t %}', 'End': true}")
                .run("{'t': '2026-01-01T02:00:00+01:00'}");
        assertThat(Trial.seconds(result)).isEqualTo(3600);
    }

    @Test
    void waitUntilATimestampThatHasPassedEndsAtOnce() {
        ExecutionResult result = Trial.ofState("{'Type': 'Wait', 'Timestamp': '2016-12-05T21:29:29Z', 'End': true}")
                .run();
        assertThat(Trial.seconds(result)).isZero();
    }

    @Test
    void aTimestampThatIsNoneIsAnEvaluationErrorWithAwssWords() {
        ExecutionResult result = Trial.ofState("{'Type': 'Wait', 'Timestamp': '{% $states.input.t %}', 'End': true}")
                .run("{'t': '2016-12-05 21:29:29Z'}");
        assertThat(result.cause())
                .isEqualTo(
                        "An error occurred while executing the state 'S' (entered at the event id #2). The Timestamp field "
                                + "cannot be parsed as an ISO-8601 extended offset date-time format string: 2016-12-05 21:29:29Z");
        assertThat(Trial.lines(result)).contains("3 2 EvaluationFailed", "4 3 ExecutionFailed");
    }

    @Test
    void waitSecondsMustBeAWholeNumberFromZero() {
        for (String seconds : new String[] {"-1", "1.5", "100000000"}) {
            ExecutionResult result = Trial.ofState("{'Type': 'Wait', 'Seconds': '{% $states.input %}', 'End': true}")
                    .run(seconds);
            assertThat(result.error()).as(seconds).isEqualTo("States.QueryEvaluationError");
        }
    }

    @Test
    void succeedEndsTheExecutionWithItsOutput() {
        ExecutionResult result = Trial.ofState("{'Type': 'Succeed', 'Output': '{% $states.input.a %}'}")
                .run("{'a': [1]}");
        assertThat(result.output()).isEqualTo(json("[1]"));
        assertThat(Trial.types(result))
                .containsExactly("ExecutionStarted", "SucceedStateEntered", "SucceedStateExited", "ExecutionSucceeded");
    }

    @Test
    void failEndsTheExecutionWithWhatItsExpressionsSay() {
        ExecutionResult result = Trial.ofState(
                        "{'Type': 'Fail', 'Error': '{% $states.input.e %}', 'Cause': 'the cause'}")
                .run("{'e': 'Oops'}");
        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.error()).isEqualTo("Oops");
        assertThat(result.cause()).isEqualTo("the cause");
        assertThat(Trial.lines(result))
                .containsExactly("1 0 ExecutionStarted", "2 0 FailStateEntered S", "3 2 ExecutionFailed");
    }

    @Test
    void failWithoutErrorAndCauseHasNeither() {
        ExecutionResult result = Trial.ofState("{'Type': 'Fail'}").run();
        assertThat(result.error()).isNull();
        assertThat(result.cause()).isNull();
        assertThat(result.history().getLast().details().isEmpty()).isTrue();
    }

    @Test
    void theContextObjectTellsOfExecutionMachineAndState() {
        ExecutionResult result = Trial.ofState("{'Type': 'Pass', 'Output': '{% $states.context %}', 'End': true}")
                .run("{'a': 1}");
        assertThat(result.output()).isEqualTo(json("""
                        {'Execution': {'Id': 'arn:aws:states:us-east-1:123456789012:execution:machine:trial', 'Input': {'a': 1},
                           'StartTime': '2026-01-01T00:00:00.000Z', 'Name': 'trial',
                           'RoleArn': 'arn:aws:iam::123456789012:role/machine', 'RedriveCount': 0},
                         'StateMachine': {'Id': 'arn:aws:states:us-east-1:123456789012:stateMachine:machine', 'Name': 'machine'},
                         'State': {'Name': 'S', 'EnteredTime': '2026-01-01T00:00:00.000Z'}}
                        """));
    }

    @Test
    void anEndlessLoopEndsWhereAwssHistoryEnds() {
        ExecutionResult result = Trial.of("""
                        {'StartAt': 'A', 'QueryLanguage': 'JSONata', 'States': {
                          'A': {'Type': 'Pass', 'Next': 'B'},
                          'B': {'Type': 'Choice', 'Choices': [{'Condition': '{% true %}', 'Next': 'A'}], 'Default': 'End'},
                          'End': {'Type': 'Succeed'}}}
                        """).run();
        assertThat(result.error()).isEqualTo("States.Runtime");
        assertThat(result.history()).hasSizeLessThanOrEqualTo(25_000);
    }
}
