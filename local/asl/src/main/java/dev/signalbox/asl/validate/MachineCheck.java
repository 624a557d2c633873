package dev.signalbox.asl.validate;

import dev.signalbox.asl.expression.ParsedExpressions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Checks a machine and the machines inside its Parallel and Map states.
final class MachineCheck {
    private static final int MAX_NESTING = 20;
    private static final int MAX_NAME_CHARACTERS = 80;
    private static final FieldRules TOP =
            FieldRules.of("a definition", "StartAt States", "Comment QueryLanguage TimeoutSeconds Version");
    private static final FieldRules BRANCH = FieldRules.of("a branch", "StartAt States", "Comment");
    private static final FieldRules PROCESSOR =
            FieldRules.of("an ItemProcessor", "StartAt States", "Comment ProcessorConfig");

    private final Findings findings;
    private final ParsedExpressions expressions;
    private final Map<String, String> placeByName = new HashMap<>();
    private final Map<String, String> placeByLabel = new HashMap<>();

    /// @param expressions what is parsed already, and takes what is parsed here
    MachineCheck(Findings findings, ParsedExpressions expressions) {
        this.findings = findings;
        this.expressions = expressions;
    }

    void definition(Place root) {
        TOP.check(root, findings);
        Values values = new Values(findings);
        values.string(root, "Comment");
        values.string(root, "Version");
        values.wholeNumber(root, "TimeoutSeconds", 1, Values.MAX_SECONDS, false);
        values.oneOf(root, "QueryLanguage", List.of("JSONata", "JSONPath"));
        machine(
                root,
                new Scope(
                        Scope.language(root, "JSONPath"),
                        "JSONata".equals(root.member("QueryLanguage").text()),
                        0,
                        VariableScope.NONE));
    }

    /// One branch of a Parallel state.
    void branch(Place branch, Scope scope) {
        nested(branch, BRANCH, scope);
    }

    /// The processor of a Map state.
    void processor(Place processor, Scope scope) {
        nested(processor, PROCESSOR, scope);
    }

    private void nested(Place machine, FieldRules rules, Scope scope) {
        if (!machine.json().isObject()) {
            findings.schema(machine, "Expected an object with StartAt and States");
        } else if (scope.depth() >= MAX_NESTING) {
            findings.error(
                    FindingCode.TOO_DEEPLY_NESTED,
                    machine,
                    "Machines nest deeper than " + MAX_NESTING + " levels here");
        } else {
            rules.check(machine, findings);
            machine(machine, scope);
        }
    }

    private void machine(Place machine, Scope scope) {
        Place states = machine.member("States");
        if (!states.json().isObject()) {
            if (states.present()) {
                findings.schema(states, "Expected an object with one member per state");
            }
            return;
        }
        if (states.json().isEmpty()) {
            findings.schema(states, "A machine needs at least one state");
            return;
        }
        Scope inner = scope.inner(states);
        for (String name : states.names()) {
            name(name, states.member(name));
            new StateCheck(findings, this, scope, inner, expressions).state(states.member(name));
        }
        TransitionCheck.check(machine, findings);
    }

    private void name(String name, Place state) {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_NAME_CHARACTERS) {
            findings.error(
                    FindingCode.INVALID_STATE_NAME,
                    state,
                    "The name of a state must have 1 to " + MAX_NAME_CHARACTERS + " characters; this one has "
                            + name.codePointCount(0, name.length()));
        }
        String other = placeByName.putIfAbsent(name, state.pointer());
        if (other != null) {
            findings.error(
                    FindingCode.DUPLICATE_STATE_NAME,
                    state,
                    "The state name '" + name + "' occurs at " + other
                            + " as well; a name must be unique in the whole definition");
        }
    }

    /// Remembers a Map's label, which must be unique in the whole definition.
    void label(String label, Place place) {
        String other = placeByLabel.putIfAbsent(label, place.pointer());
        if (other != null) {
            findings.error(
                    FindingCode.DUPLICATE_LABEL_NAME,
                    place,
                    "The label '" + label + "' occurs at " + other + " as well");
        }
    }

    /// What a machine has from the machines around it.
    ///
    /// @param language the query language of states that name none
    /// @param fixed whether the whole definition is JSONata, so that no state may say otherwise
    /// @param depth how many machines are around this one
    /// @param variables the variables of the scopes around it
    record Scope(String language, boolean fixed, int depth, VariableScope variables) {
        static String language(Place place, String inherited) {
            String own = place.member("QueryLanguage").text();
            return own.isEmpty() ? inherited : own;
        }

        /// What the machines inside these states have around them.
        Scope inner(Place states) {
            return new Scope(language, fixed, depth + 1, variables.around(states));
        }
    }
}
