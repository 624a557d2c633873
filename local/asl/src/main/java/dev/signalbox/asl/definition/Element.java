package dev.signalbox.asl.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.expression.InvalidExpressionException;
import dev.signalbox.asl.expression.ParsedExpressions;
import dev.signalbox.asl.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A place in the JSON of a definition, which knows its pointer for messages.
///
/// @param json the value there
/// @param pointer its JSON pointer
/// @param prefix what stands before a field's name in AWS's messages: `Choices[0]/` in a rule, nothing in a
///     state
/// @param expressions what is parsed already
record Element(JsonNode json, String pointer, String prefix, ParsedExpressions expressions) {

    static Element root(JsonNode json, ParsedExpressions expressions) {
        return new Element(json, "", "", expressions);
    }

    boolean has(String field) {
        return json.has(field);
    }

    Element child(String field) throws MalformedDefinitionException {
        JsonNode value = json.get(field);
        if (value == null) {
            throw new MalformedDefinitionException(pointer, "the field '" + field + "' is missing");
        }
        return new Element(value, pointer + "/" + field.replace("~", "~0").replace("/", "~1"), "", expressions);
    }

    List<Element> children(String field) throws MalformedDefinitionException {
        List<Element> children = new ArrayList<>();
        if (json.has(field)) {
            Element array = child(field);
            for (int i = 0; i < array.json.size(); i++) {
                String item = field + "[" + i + "]/";
                children.add(new Element(array.json.get(i), array.pointer + "/" + i, item, expressions));
            }
        }
        return children;
    }

    String text(String field) throws MalformedDefinitionException {
        Element child = child(field);
        if (!child.json.isTextual()) {
            throw new MalformedDefinitionException(child.pointer, "expected a string, found " + child.json);
        }
        return child.json.textValue();
    }

    List<String> texts(String field) throws MalformedDefinitionException {
        List<String> texts = new ArrayList<>();
        for (Element child : children(field)) {
            texts.add(child.json.asText());
        }
        return List.copyOf(texts);
    }

    OptionalLong wholeNumber(String field) throws MalformedDefinitionException {
        if (!json.has(field)) {
            return OptionalLong.empty();
        }
        Element child = child(field);
        if (!child.json.isIntegralNumber()) {
            throw new MalformedDefinitionException(child.pointer, "expected a whole number, found " + child.json);
        }
        return OptionalLong.of(child.json.longValue());
    }

    double number(String field, double absent) throws MalformedDefinitionException {
        if (!json.has(field)) {
            return absent;
        }
        Element child = child(field);
        if (!child.json.isNumber()) {
            throw new MalformedDefinitionException(child.pointer, "expected a number, found " + child.json);
        }
        return child.json.doubleValue();
    }

    /// The field as a payload template; absent when the field is.
    @Nullable
    Template template(String field) throws MalformedDefinitionException {
        return json.has(field) ? requiredTemplate(field) : null;
    }

    /// The field as a payload template.
    Template requiredTemplate(String field) throws MalformedDefinitionException {
        Element child = child(field);
        try {
            return Template.compile(child.json, prefix + field, expressions);
        } catch (InvalidExpressionException e) {
            throw new MalformedDefinitionException(child.pointer, String.valueOf(e.getMessage()));
        }
    }
}
