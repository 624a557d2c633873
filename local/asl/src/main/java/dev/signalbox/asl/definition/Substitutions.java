package dev.signalbox.asl.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/// Puts values in the place of `${Key}`, as CloudFormation's `DefinitionSubstitutions` does. A key without a
/// value stays as it is, for the validator to find.
public final class Substitutions {

    private Substitutions() {}

    /// A copy of the definition with the values in it; the definition itself when there is nothing to put. A
    /// `Resource` that becomes a bare name becomes the ARN of the function of that name.
    ///
    /// @param values what each key becomes, by key
    public static JsonNode apply(JsonNode definition, Map<String, String> values) {
        return values.isEmpty() ? definition : replaced(definition, values);
    }

    private static JsonNode replaced(JsonNode node, Map<String, String> values) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(member -> {
                    JsonNode value = replaced(member.getValue(), values);
                    boolean resource = member.getKey().equals("Resource") && !value.equals(member.getValue());
                    copy.set(member.getKey(), resource ? arn(value) : value);
                });
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(item -> copy.add(replaced(item, values)));
                yield copy;
            }
            case TextNode text -> TextNode.valueOf(replaced(text.textValue(), values));
            default -> node;
        };
    }

    private static JsonNode arn(JsonNode resource) {
        String text = resource.asText();
        boolean bare = !text.isEmpty() && text.indexOf(':') < 0 && !text.contains("${");
        return bare ? TextNode.valueOf("arn:aws:lambda:us-east-1:123456789012:function:" + text) : resource;
    }

    private static String replaced(String text, Map<String, String> values) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", from)) {
            int close = text.indexOf('}', open);
            String value = close < 0 ? null : values.get(text.substring(open + 2, close));
            int end = value == null ? open + 2 : close + 1;
            out.append(text, from, open).append(value == null ? "${" : value);
            from = end;
        }
        return out.append(text, from, text.length()).toString();
    }
}
