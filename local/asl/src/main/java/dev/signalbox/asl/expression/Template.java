package dev.signalbox.asl.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The value of a field of a state: JSON in which each string that is a whole `{% … %}` is a JSONata
/// expression and all else is literal. Compiled once when the machine is loaded; evaluated by any number of
/// threads at a time.
///
/// ```
/// Template output = Template.compile(json.readTree("{\"sum\": \"{% $states.input.a + $b %}\"}"), "Output");
/// JsonNode value = output.evaluate(new Bindings(states, variables));
/// ```
public final class Template {
    private final Part part;

    private Template(Part part) {
        this.part = part;
    }

    /// Parses every expression of a field's value.
    ///
    /// @param payload the value as it stands in the definition
    /// @param field the field's name as AWS's messages give it (`Output`, `Condition`); members are added as
    ///     `/name`, items as `[0]`
    /// @throws InvalidExpressionException the first expression that does not parse, in document order
    public static Template compile(JsonNode payload, String field) throws InvalidExpressionException {
        return compile(payload, field, new ParsedExpressions());
    }

    /// Compiles as [#compile(JsonNode, String)] does, taking what is parsed already from the expressions of the
    /// same definition.
    public static Template compile(JsonNode payload, String field, ParsedExpressions expressions)
            throws InvalidExpressionException {
        return new Template(new Compiler(expressions).part(payload, field));
    }

    /// Whether a definition's value is an expression as a whole: a string that starts with `{%` and ends
    /// with `%}`.
    public static boolean isExpression(JsonNode value) {
        return value.isTextual() && Expression.isExpression(value.textValue());
    }

    /// The value of the field now. Idempotent but for time and chance, which come from the bindings.
    ///
    /// @throws EvaluationException the first expression that fails or gives nothing, in document order
    public JsonNode evaluate(Bindings bindings) throws EvaluationException {
        return part.evaluate(bindings);
    }

    /// The value of the field now, which must have one of the given types.
    ///
    /// @param expected the types that the field takes; the first is named in the message
    /// @throws EvaluationException as [#evaluate(Bindings)] does, or when the value has another type
    public JsonNode evaluate(Bindings bindings, JsonType expected, JsonType... others) throws EvaluationException {
        JsonNode value = part.evaluate(bindings);
        JsonType found = JsonType.of(value);
        if (found == expected || List.of(others).contains(found)) {
            return value;
        }
        throw unexpected(expected.label(), value);
    }

    /// The failure of a value that the field does not take.
    ///
    /// @param expected what the field takes, in AWS's words
    public EvaluationException unexpected(String expected, JsonNode value) {
        String found = JsonType.of(value).label();
        String text = part instanceof Computed computed ? computed.expression().text() : value.toString();
        return EvaluationException.unexpected(text, field(), expected, found, value.toString());
    }

    /// Whether the value is the same at each evaluation, because no expression is in it.
    public boolean isConstant() {
        return part instanceof Literal;
    }

    /// The expression's text between the delimiters, when the whole value is one.
    public Optional<String> expression() {
        return part instanceof Computed computed
                ? Optional.of(computed.expression().text())
                : Optional.empty();
    }

    private String field() {
        return part instanceof Computed computed ? computed.expression().field() : "";
    }

    /// Makes parts of JSON.
    ///
    /// @param expressions what is parsed already
    private record Compiler(ParsedExpressions expressions) {
        Part part(JsonNode value, String field) throws InvalidExpressionException {
            return switch (value) {
                case ObjectNode object -> objectPart(object, field);
                case ArrayNode array -> arrayPart(array, field);
                default ->
                    isExpression(value)
                            ? new Computed(Expression.parse(value.textValue(), field, expressions))
                            : new Literal(value);
            };
        }

        private Part objectPart(ObjectNode object, String field) throws InvalidExpressionException {
            Map<String, Part> members = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                members.put(member.getKey(), part(member.getValue(), field + "/" + member.getKey()));
            }
            return members.values().stream().allMatch(Literal.class::isInstance)
                    ? new Literal(object)
                    : new Members(members);
        }

        private Part arrayPart(ArrayNode array, String field) throws InvalidExpressionException {
            List<Part> items = new ArrayList<>(array.size());
            for (int i = 0; i < array.size(); i++) {
                items.add(part(array.get(i), field + "[" + i + "]"));
            }
            return items.stream().allMatch(Literal.class::isInstance) ? new Literal(array) : new Items(items);
        }
    }

    /// A piece of the value.
    private sealed interface Part {
        JsonNode evaluate(Bindings bindings) throws EvaluationException;
    }

    /// JSON without an expression in it.
    private record Literal(JsonNode value) implements Part {
        @Override
        public JsonNode evaluate(Bindings bindings) {
            return value;
        }
    }

    /// An expression.
    private record Computed(Expression expression) implements Part {
        @Override
        public JsonNode evaluate(Bindings bindings) throws EvaluationException {
            return expression.evaluate(bindings);
        }
    }

    /// An object with an expression somewhere in it.
    private record Members(Map<String, Part> members) implements Part {
        @Override
        public JsonNode evaluate(Bindings bindings) throws EvaluationException {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, Part> member : members.entrySet()) {
                object.set(member.getKey(), member.getValue().evaluate(bindings));
            }
            return object;
        }
    }

    /// An array with an expression somewhere in it.
    private record Items(List<Part> items) implements Part {
        @Override
        public JsonNode evaluate(Bindings bindings) throws EvaluationException {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
            for (Part item : items) {
                array.add(item.evaluate(bindings));
            }
            return array;
        }
    }
}
