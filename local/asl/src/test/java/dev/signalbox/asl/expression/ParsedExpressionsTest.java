package dev.signalbox.asl.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the validator parsed is what the machine runs on.
class ParsedExpressionsTest {
    private static final Bindings NOTHING = new Bindings(JsonNodeFactory.instance.objectNode(), Map.of());
    private static final JsonNode FAILS = TextNode.valueOf("{% $sum('a') %}");

    private final ParsedExpressions expressions = new ParsedExpressions();

    @Test
    void aTextIsParsedOnce() {
        assertThat(expressions.of("1 + 1")).isSameAs(expressions.of("1 + 1")).isNotSameAs(expressions.of("1 + 2"));
    }

    @Test
    void eachPlaceOfATextIsToldByItsOwnField() throws InvalidExpressionException {
        Template first = Template.compile(FAILS, "Output", expressions);
        Template second = Template.compile(FAILS, "Choices[0]/Condition", expressions);

        assertThatThrownBy(() -> first.evaluate(NOTHING)).hasMessageContaining("field 'Output'");
        assertThatThrownBy(() -> second.evaluate(NOTHING)).hasMessageContaining("field 'Choices[0]/Condition'");
    }

    @Test
    void whatDoesNotParseIsToldWhereverItStands() {
        JsonNode broken = TextNode.valueOf("{% 1 + %}");

        assertThatThrownBy(() -> Template.compile(broken, "Output", expressions))
                .hasMessageContaining("'Output'");
        assertThatThrownBy(() -> Template.compile(broken, "Assign/x", expressions))
                .hasMessageContaining("'Assign/x'");
    }
}
