package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;

/// Sizes are counted as they would be written.
class PayloadSizeTest {

    @Property(tries = 300)
    void countsTheBytesOfTheCompactText(@ForAll("values") JsonNode value) {
        long written = value.toString().getBytes(StandardCharsets.UTF_8).length;
        Assertions.assertThat(PayloadSize.bytes(value, Long.MAX_VALUE)).isEqualTo(written);
    }

    @Provide
    Arbitrary<JsonNode> values() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).ascii(),
                Arbitraries.of("ä", "€", "😀", "\u0001", "\"\\\n", "\u007f", "Ā"));
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                texts.map(json::textNode),
                Arbitraries.integers().map(json::numberNode),
                Arbitraries.longs().map(json::numberNode),
                Arbitraries.doubles().map(json::numberNode),
                Arbitraries.of(json.nullNode(), json.booleanNode(true), json.booleanNode(false)));
        return nested(texts, nested(texts, leaves));
    }

    private static Arbitrary<JsonNode> nested(Arbitrary<String> texts, Arbitrary<JsonNode> inner) {
        return Arbitraries.oneOf(
                inner,
                inner.list().ofMaxSize(3).map(PayloadSizeTest::array),
                Arbitraries.maps(texts, inner).ofMaxSize(3).map(PayloadSizeTest::object));
    }

    private static JsonNode array(List<JsonNode> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }

    private static JsonNode object(Map<String, JsonNode> members) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        members.forEach(object::set);
        return object;
    }
}
