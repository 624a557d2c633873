package dev.signalbox.asl.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.expression.InvalidExpressionException;
import dev.signalbox.asl.expression.ParsedExpressions;
import dev.signalbox.asl.expression.Template;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks the expressions of a state: each parses, names only what its field has, and stands where an
/// expression may.
final class ExpressionCheck {
    private static final List<String> MACHINES = List.of("Branches", "ItemProcessor", "Iterator");
    private static final Set<String> WITH_RESULT = Set.of("Output", "Assign");
    private static final List<String> LITERAL = List.of(
            "Type",
            "Comment",
            "QueryLanguage",
            "Next",
            "End",
            "Default",
            "Label",
            "Retry",
            "ErrorEquals",
            "StartAt",
            "Resource");

    private final Findings findings;
    private final VariableScope outer;
    private final ParsedExpressions parsed;

    /// @param outer the variables of the scopes around the state's machine
    /// @param parsed what is parsed already, and takes what is parsed here
    ExpressionCheck(Findings findings, VariableScope outer, ParsedExpressions parsed) {
        this.findings = findings;
        this.outer = outer;
        this.parsed = parsed;
    }

    void state(StateKind kind, Place state) {
        boolean result = kind.handlesFaults();
        for (String field : state.names()) {
            if (MACHINES.contains(field)) {
                continue;
            }
            Place value = state.member(field);
            switch (field) {
                case "Choices" -> value.children().forEach(rule -> fields(rule, new Available(false, false)));
                case "Catch" -> value.children().forEach(rule -> fields(rule, new Available(false, true)));
                default -> field(field, value, new Available(result && WITH_RESULT.contains(field), false));
            }
        }
        condition(state);
    }

    private void fields(Place rule, Available available) {
        rule.names().forEach(field -> field(field, rule.member(field), available));
    }

    private void field(String field, Place value, Available available) {
        if (field.equals("Assign")) {
            assign(value);
        }
        if (!LITERAL.contains(field)) {
            template(value, available);
        }
    }

    private void assign(Place assign) {
        if (!assign.json().isObject()) {
            findings.schema(assign, Values.expected("an object with one member per variable", assign.json()));
        }
        for (String name : assign.names()) {
            if (name.equals("states")) {
                findings.schema(
                        assign.member(name), "The variable name 'states' is reserved for $states; choose another");
            } else if (!VariableNames.isValid(name)) {
                findings.schema(assign.member(name), "'" + name + "' is no name for a variable: " + VariableNames.RULE);
            } else if (outer.names().contains(name)) {
                findings.error(
                        FindingCode.DUPLICATE_VARIABLE_NAME,
                        assign.member(name),
                        "The variable name '" + name
                                + "' was already defined in a parent scope. Branches and iterations"
                                + " read it, but cannot assign it: choose another name.");
            }
        }
    }

    private void template(Place value, Available available) {
        JsonNode json = value.json();
        if (json.isTextual()) {
            text(value, available);
        }
        for (String name : value.names()) {
            if (name.endsWith(".$")) {
                findings.warning(
                        FindingCode.NO_DOLLAR,
                        value.member(name),
                        "'" + name + "' is a plain name in JSONata. Write \"" + name.substring(0, name.length() - 2)
                                + "\": \"{% $states.input.part %}\".");
            }
        }
        value.children().forEach(child -> template(child, available));
    }

    private void text(Place value, Available available) {
        String text = value.text();
        if (Template.isExpression(value.json())) {
            expression(value, available);
        } else if (text.strip().startsWith("{%") || text.strip().endsWith("%}")) {
            findings.schema(
                    value,
                    "An expression must be the whole string: it starts with '{%' and ends with '%}'; found "
                            + value.json());
        } else if (text.startsWith("$.") || text.startsWith("$$.") || text.matches("States\\.[A-Za-z0-9]+\\(.*\\)")) {
            findings.warning(
                    FindingCode.NO_DOLLAR,
                    value,
                    "'" + text
                            + "' looks like JSONPath and is plain text here. Write an expression: \"{% $states.input.part %}\".");
        }
    }

    private void expression(Place value, Available available) {
        try {
            Template.compile(value.json(), value.pointer(), parsed);
        } catch (InvalidExpressionException e) {
            findings.error(
                    FindingCode.INVALID_JSONATA_EXPRESSION,
                    value,
                    e.reason().replaceFirst("^[A-Z][0-9]{4}: ", "")
                            + (e.position() < 0
                                    ? ""
                                    : " at position " + e.position() + " of '" + e.expression() + "'"));
            return;
        }
        References references =
                References.in(value.text().substring(2, value.text().length() - 2));
        for (String name : references.topLevel()) {
            unsupported(
                    value,
                    "Reference to '" + name + "' at the top level is not supported. Write $states.input." + name
                            + ", or $" + name + " for a variable.");
        }
        if (references.wholeContext()) {
            unsupported(value, "Reference to '$$' is not supported. Write $states.input or $states.context.");
        }
        for (String member : references.ofStates()) {
            missing(member, available)
                    .ifPresent(where -> unsupported(value, "Field '$states." + member + "' does not exist. " + where));
        }
    }

    private void unsupported(Place value, String message) {
        findings.error(FindingCode.UNSUPPORTED_JSONATA_EXPRESSION, value, message);
    }

    /// Where a member of `$states` is, when it is not here.
    private static Optional<String> missing(String member, Available available) {
        return switch (member) {
            case "input", "context" -> Optional.empty();
            case "result" ->
                available.result()
                        ? Optional.empty()
                        : Optional.of("It is there only in the Output and Assign of a Task, Parallel or Map state");
            case "errorOutput" ->
                available.errorOutput()
                        ? Optional.empty()
                        : Optional.of("It is there only in the Output and Assign of a Catch");
            default ->
                Optional.of("$states has input, context, result and errorOutput."
                        + NearestName.hint(member, List.of("input", "context", "result", "errorOutput")));
        };
    }

    private void condition(Place state) {
        for (Place rule : state.member("Choices").children()) {
            Place condition = rule.member("Condition");
            if (condition.present() && !condition.json().isBoolean() && !Template.isExpression(condition.json())) {
                findings.schema(
                        condition,
                        Values.expected("a JSONata expression \"{% … %}\" or true or false", condition.json()));
            }
        }
    }

    /// What `$states` has beside `input` and `context`.
    ///
    /// @param result whether `$states.result` is there
    /// @param errorOutput whether `$states.errorOutput` is there
    private record Available(boolean result, boolean errorOutput) {}
}
