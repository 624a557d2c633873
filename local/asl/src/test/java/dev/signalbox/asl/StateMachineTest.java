package dev.signalbox.asl;

import static dev.signalbox.asl.Trial.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Loading machines.
class StateMachineTest {

    private static final JsonNode TASK = json("""
            {'StartAt': 'S', 'QueryLanguage': 'JSONata', 'States': {
              'S': {'Type': 'Task', 'Resource': '${WorkFunction}', 'Arguments': {'bucket': 's3://${Bucket}/in'}, 'End': true}}}
            """);

    @Test
    void substitutesKeysAndTakesABareNameForAFunction() throws InvalidDefinitionException {
        StateMachine machine = StateMachine.load("m", TASK, Map.of("WorkFunction", "work", "Bucket", "b"));
        JsonNode state = machine.json().at("/States/S");
        assertThat(state.get("Resource").asText()).isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:work");
        assertThat(state.at("/Arguments/bucket").asText()).isEqualTo("s3://b/in");
    }

    @Test
    void aKeyWithoutAValueIsAFinding() {
        assertThatThrownBy(() -> StateMachine.load("m", TASK, Map.of("WorkFunction", "work")))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("Bucket");
    }

    @Test
    void aJsonPathFieldIsRefusedWithItsPlace() {
        JsonNode machine = json(
                "{'StartAt': 'S', 'QueryLanguage': 'JSONata', 'States': {'S': {'Type': 'Pass', 'InputPath': '$.a', 'End': true}}}");
        assertThatThrownBy(() -> StateMachine.load("m", machine))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("/States/S/InputPath");
    }

    @Test
    void theHashTellsDefinitionsApart() throws InvalidDefinitionException {
        StateMachine one = StateMachine.load("m", TASK, Map.of("WorkFunction", "work", "Bucket", "b"));
        StateMachine same = StateMachine.load("other", TASK, Map.of("WorkFunction", "work", "Bucket", "b"));
        StateMachine another = StateMachine.load("m", TASK, Map.of("WorkFunction", "work", "Bucket", "c"));
        assertThat(one.sha256()).isEqualTo(same.sha256()).hasSize(64).isNotEqualTo(another.sha256());
    }
}
