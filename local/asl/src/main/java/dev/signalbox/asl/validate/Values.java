package dev.signalbox.asl.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.expression.Template;
import java.util.List;

/// Checks single fields: their type, range and choice.
record Values(Findings findings) {
    /// The longest time that a field takes, in seconds.
    static final long MAX_SECONDS = 99_999_999;

    void string(Place object, String field) {
        Place value = object.member(field);
        if (value.present() && !value.json().isTextual()) {
            findings.schema(value, expected("a string", value.json()));
        }
    }

    void oneOf(Place object, String field, List<String> choices) {
        Place value = object.member(field);
        if (value.present() && !choices.contains(value.text())) {
            findings.schema(
                    value, expected("one of " + choices, value.json()) + NearestName.hint(value.text(), choices));
        }
    }

    void bool(Place object, String field) {
        Place value = object.member(field);
        if (value.present() && !value.json().isBoolean()) {
            findings.schema(value, expected("true or false", value.json()));
        }
    }

    /// @param expressions whether the field may be an expression instead
    void wholeNumber(Place object, String field, long least, long most, boolean expressions) {
        Place value = object.member(field);
        if (!value.present() || (expressions && Template.isExpression(value.json()))) {
            return;
        }
        if (!value.json().isIntegralNumber()) {
            findings.schema(value, expected("a whole number" + orExpression(expressions), value.json()));
        } else {
            range(value, (double) least, (double) most);
        }
    }

    void number(Place object, String field, double least, double most, boolean expressions) {
        Place value = object.member(field);
        if (!value.present() || (expressions && Template.isExpression(value.json()))) {
            return;
        }
        if (!value.json().isNumber()) {
            findings.schema(value, expected("a number" + orExpression(expressions), value.json()));
        } else {
            range(value, least, most);
        }
    }

    private void range(Place value, double least, double most) {
        double number = value.json().doubleValue();
        if (number < least) {
            findings.schema(value, "Minimum value is " + plain(least) + ", found " + value.json());
        } else if (number > most) {
            findings.schema(value, "Maximum value is " + plain(most) + ", found " + value.json());
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static String orExpression(boolean expressions) {
        return expressions ? " or a JSONata expression \"{% … %}\"" : "";
    }

    static String expected(String what, JsonNode found) {
        String shown = found.toString();
        return "Expected " + what + ", found " + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown);
    }
}
