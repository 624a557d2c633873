package dev.signalbox.asl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MockConfigTest {
    private static final String TASK = "{'QueryLanguage':'JSONata','StartAt':'A','States':{'A':{'Type':'Task',"
            + "'Resource':'arn:aws:lambda:us-east-1:123456789012:function:f',%s'End':true}}}";

    @Test
    void countsCallsFromZeroOverRetries() throws CheckException {
        CheckResult result = run(
                "'Retry':[{'ErrorEquals':['E'],'MaxAttempts':5}],",
                "{'0':{'Throw':{'Error':'E','Cause':'c'}},'1-2':{'Throw':{'Error':'E','Cause':'c'}},'3':{'Return':'done'}}");
        assertThat(result.output()).isEqualTo(JsonNodeFactory.instance.textNode("done"));
    }

    @Test
    void evaluatesAReturnThatIsAWholeExpressionOverTheArguments() throws CheckException {
        CheckResult result = run("'Arguments':{'n':20},", "{'0':{'Return':'{% $states.input.n + 1 %}'}}");
        assertThat(result.output()).isEqualTo(JsonNodeFactory.instance.numberNode(21));
    }

    @Test
    void leavesOtherStringsAlone() throws CheckException {
        CheckResult result = run("", "{'0':{'Return':{'text':'{% 1 %}'}}}");
        assertThat(String.valueOf(result.output())).isEqualTo("{\"text\":\"{% 1 %}\"}");
    }

    @Test
    void aMockTakesItsTimeOnTheVirtualClock() throws CheckException {
        CheckResult result = run("'TimeoutSeconds':3,", "{'0':{'Return':1,'DurationSeconds':4}}");
        assertThat(result.error()).isEqualTo("States.Timeout");
    }

    @Test
    void aFailingMockBreaksTheCase() {
        assertThatThrownBy(() -> run("", "{'0':{'Return':'{% $states.input.nope %}'}}"))
                .isInstanceOf(CheckException.class)
                .hasMessageContaining("The mock of the task 'A' fails");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'first':{'Return':1}}              | expected the number of a call
                    {'0':{}}                            | expected either Return or Throw
                    {'0':{'Return':1,'Throw':{}}}       | expected either Return or Throw
                    {'0':{'Throw':{'Cause':'c'}}}       | expected Throw to have an Error
                    {'0':{'Throw':{'Error':'E'}},'5':{}}| MockedResponses/R/5
                    """)
    void saysWhereTheConfigurationIsWrong(String response, String message) {
        assertThatThrownBy(() -> run("", response))
                .isInstanceOf(CheckException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesTheTestCasesThatExist() throws CheckException {
        MockConfig config = MockConfig.read(json(config("{'0':{'Return':1}}")));
        assertThatThrownBy(() -> config.mocks(new TestCase("M", "X"))).hasMessageContaining("it has [C]");
        assertThatThrownBy(() -> config.mocks(new TestCase("X", "C"))).hasMessageContaining("it has [M]");
        assertThatThrownBy(() -> TestCase.parse("M")).hasMessageContaining("Machine#Case");
    }

    private static CheckResult run(String fields, String response) throws CheckException {
        return SingleRun.run(
                "run",
                json(TASK.formatted(fields)),
                JsonNodeFactory.instance.objectNode(),
                MockConfig.read(json(config(response))),
                TestCase.parse("M#C"));
    }

    private static String config(String response) {
        return "{'StateMachines':{'M':{'TestCases':{'C':{'A':'R'}}}},'MockedResponses':{'R':" + response + "}}";
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
