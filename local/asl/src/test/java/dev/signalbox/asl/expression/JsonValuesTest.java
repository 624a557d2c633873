package dev.signalbox.asl.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonValuesTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(tries = 500)
    void whatJsonataHoldsIsWhatJacksonHeld(@ForAll("values") JsonNode value) throws UnsupportedValueException {
        assertThat(JsonValues.toJson(copied(JsonValues.toJava(value)))).isEqualTo(value);
    }

    @Property(tries = 200)
    void anExpressionThatPassesAValueOnDoesNotChangeIt(@ForAll("values") JsonNode value)
            throws InvalidExpressionException, EvaluationException {
        ObjectNode states = NODES.objectNode().set("input", NODES.objectNode().set("value", value));
        Template template = Template.compile(TextNode.valueOf("{% {'v': $states.input.value} %}"), "Output");
        assertThat(template.evaluate(new Bindings(states, Map.of())))
                .isEqualTo(NODES.objectNode().set("v", value));
    }

    @Property(tries = 200)
    void equalValuesAreEqualInJsonata(@ForAll("values") JsonNode value)
            throws InvalidExpressionException, EvaluationException {
        ObjectNode states = NODES.objectNode();
        states.set("input", value);
        Template template = Template.compile(TextNode.valueOf("{% $states.input = $same %}"), "Output");
        assertThat(template.evaluate(new Bindings(states, Map.of("same", value.deepCopy())))
                        .booleanValue())
                .isTrue();
    }

    @Provide
    Arbitrary<JsonNode> values() {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                Arbitraries.integers().map(NODES::numberNode),
                Arbitraries.longs().filter(n -> n != (int) (long) n).map(NODES::numberNode),
                Arbitraries.doubles().filter(n -> n != Math.rint(n)).map(NODES::numberNode),
                Arbitraries.strings().ofMaxLength(12).map(NODES::textNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode()));
        return Arbitraries.recursive(() -> leaves, JsonValuesTest::nested, 0, 3);
    }

    private static Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner) {
        Arbitrary<JsonNode> arrays = inner.list().ofMaxSize(4).map(items -> {
            ArrayNode array = NODES.arrayNode();
            array.addAll(items);
            return array;
        });
        Arbitrary<JsonNode> objects = Arbitraries.maps(
                        Arbitraries.strings().alpha().ofMaxLength(5), inner)
                .ofMaxSize(4)
                .map(members -> NODES.objectNode().setAll(members));
        return Arbitraries.oneOf(inner, arrays, objects);
    }

    /// Copies the views, so that converting back is more than handing the node over.
    private static Object copied(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, member) -> copy.put(key, copied(member)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(copied(item)));
            return copy;
        }
        return value;
    }
}
