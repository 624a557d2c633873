package dev.signalbox.asl.validate;

import dev.signalbox.asl.expression.ParsedExpressions;
import dev.signalbox.asl.validate.MachineCheck.Scope;
import java.util.List;
import java.util.Optional;

/// Checks one state.
final class StateCheck {
    private final Findings findings;
    private final MachineCheck machines;
    private final Scope scope;
    private final Scope inner;
    private final Values values;
    private final ExpressionCheck expressions;

    /// @param scope what the state's machine has around it
    /// @param inner what a machine inside the state has around it
    /// @param parsed what is parsed already, and takes what is parsed here
    StateCheck(Findings findings, MachineCheck machines, Scope scope, Scope inner, ParsedExpressions parsed) {
        this.findings = findings;
        this.machines = machines;
        this.scope = scope;
        this.inner = inner;
        this.values = new Values(findings);
        this.expressions = new ExpressionCheck(findings, scope.variables(), parsed);
    }

    void state(Place state) {
        if (!state.json().isObject()) {
            findings.schema(state, Values.expected("an object", state.json()));
            return;
        }
        Optional<StateKind> kind = StateKind.named(state.member("Type").text());
        if (kind.isEmpty()) {
            type(state);
            return;
        }
        language(state);
        kind.get().rules().check(state, findings);
        values.string(state, "Comment");
        if (kind.get().goesOn()) {
            completion(state);
        }
        fields(kind.get(), state);
        expressions.state(kind.get(), state);
    }

    private void type(Place state) {
        Place type = state.member("Type");
        if (!type.present()) {
            findings.schema(state, "These fields are required: [Type]");
        } else {
            String known = String.join(", ", StateKind.labels());
            findings.schema(
                    type,
                    Values.expected("one of " + known, type.json()) + "."
                            + NearestName.hint(type.text(), StateKind.labels()));
        }
    }

    private void language(Place state) {
        values.oneOf(state, "QueryLanguage", List.of("JSONata", "JSONPath"));
        String language = Scope.language(state, scope.language());
        if (scope.fixed() && "JSONPath".equals(state.member("QueryLanguage").text())) {
            findings.schema(state, "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
        } else if ("JSONPath".equals(language)) {
            boolean said = state.has("QueryLanguage");
            findings.schema(
                    said ? state.member("QueryLanguage") : state,
                    "This state's QueryLanguage is JSONPath" + (said ? "" : ", the default where none is given")
                            + "; this engine runs JSONata alone."
                            + " Write \"QueryLanguage\": \"JSONata\" at the top of the definition or in the state.");
        }
    }

    private void completion(Place state) {
        values.string(state, "Next");
        values.bool(state, "End");
        boolean end = state.member("End").json().asBoolean(false);
        if (state.has("Next") && end) {
            findings.schema(state, "There should only be one of the following fields: [Next, End]");
        } else if (!state.has("Next") && !end) {
            findings.schema(state, "One of these fields is required: [Next, End]");
        }
    }

    private void fields(StateKind kind, Place state) {
        switch (kind) {
            case PASS, SUCCEED -> {}
            case TASK -> task(state);
            case CHOICE -> choice(state);
            case WAIT -> waiting(state);
            case FAIL -> {
                values.string(state, "Error");
                values.string(state, "Cause");
            }
            case PARALLEL -> parallel(state);
            case MAP -> new MapCheck(findings, machines, inner).map(state);
        }
        if (kind.handlesFaults()) {
            new FaultCheck(findings).faults(state);
        }
    }

    private void task(Place state) {
        ResourceCheck.check(state.member("Resource"), findings);
        values.wholeNumber(state, "TimeoutSeconds", 1, Values.MAX_SECONDS, true);
        values.wholeNumber(state, "HeartbeatSeconds", 1, Values.MAX_SECONDS, true);
        Place heartbeat = state.member("HeartbeatSeconds");
        Place timeout = state.member("TimeoutSeconds");
        if (heartbeat.json().isNumber()
                && timeout.json().isNumber()
                && heartbeat.json().doubleValue() >= timeout.json().doubleValue()) {
            findings.schema(
                    heartbeat,
                    "HeartbeatSeconds (" + heartbeat.json() + ") must be smaller than TimeoutSeconds (" + timeout.json()
                            + ")");
        }
    }

    private void choice(Place state) {
        values.string(state, "Default");
        Place choices = state.member("Choices");
        if (choices.present() && (!choices.json().isArray() || choices.json().isEmpty())) {
            findings.schema(choices, Values.expected("an array with at least one rule", choices.json()));
        }
        FieldRules rules = FieldRules.of("a choice rule", "Condition Next", "Output Assign Comment");
        for (Place rule : choices.children()) {
            rules.check(rule, findings);
            values.string(rule, "Next");
        }
    }

    private void waiting(Place state) {
        boolean seconds = state.has("Seconds");
        boolean timestamp = state.has("Timestamp");
        boolean refused = state.has("SecondsPath") || state.has("TimestampPath");
        if (seconds && timestamp) {
            findings.schema(state, "There should only be one of the following fields: [Seconds, Timestamp]");
        } else if (!seconds && !timestamp && !refused) {
            findings.schema(state, "One of these fields is required: [Seconds, Timestamp]");
        }
        values.wholeNumber(state, "Seconds", 0, Values.MAX_SECONDS, true);
        TimestampCheck.check(state.member("Timestamp"), findings);
    }

    private void parallel(Place state) {
        Place branches = state.member("Branches");
        if (branches.present() && (!branches.json().isArray() || branches.json().isEmpty())) {
            findings.schema(branches, Values.expected("an array with at least one branch", branches.json()));
        }
        branches.children().forEach(branch -> machines.branch(branch, inner));
    }
}
