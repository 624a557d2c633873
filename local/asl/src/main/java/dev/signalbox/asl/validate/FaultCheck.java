package dev.signalbox.asl.validate;

import java.util.List;
import java.util.Set;

/// Checks `Retry` and `Catch`.
final class FaultCheck {
    private static final long MAX_DELAY_SECONDS = 31_622_400;
    private static final Set<String> RESERVED = Set.of(
            "States.ALL",
            "States.BranchFailed",
            "States.DataLimitExceeded",
            "States.ExceedToleratedFailureThreshold",
            "States.HeartbeatTimeout",
            "States.Http.Socket",
            "States.IntrinsicFailure",
            "States.ItemReaderFailed",
            "States.NoChoiceMatched",
            "States.ParameterPathFailure",
            "States.Permissions",
            "States.QueryEvaluationError",
            "States.ResultPathMatchFailure",
            "States.ResultWriterFailed",
            "States.Runtime",
            "States.TaskFailed",
            "States.Timeout");
    private static final FieldRules RETRIER = FieldRules.of(
            "a retrier",
            "ErrorEquals",
            "IntervalSeconds MaxAttempts BackoffRate MaxDelaySeconds JitterStrategy Comment");
    private static final FieldRules CATCHER = FieldRules.of("a catcher", "ErrorEquals Next", "Output Assign Comment");

    private final Findings findings;
    private final Values values;

    FaultCheck(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
    }

    void faults(Place state) {
        for (Place retrier : rules(state.member("Retry"), RETRIER)) {
            retrier(retrier);
        }
        for (Place catcher : rules(state.member("Catch"), CATCHER)) {
            values.string(catcher, "Next");
        }
    }

    private List<Place> rules(Place list, FieldRules rules) {
        if (list.present() && !list.json().isArray()) {
            findings.schema(list, Values.expected("an array", list.json()));
            return List.of();
        }
        List<Place> found = list.children();
        for (int i = 0; i < found.size(); i++) {
            Place rule = found.get(i);
            if (rule.json().isObject()) {
                rules.check(rule, findings);
                errors(rule.member("ErrorEquals"), i == found.size() - 1);
            } else {
                findings.schema(rule, Values.expected("an object", rule.json()));
            }
        }
        return found;
    }

    private void retrier(Place retrier) {
        values.wholeNumber(retrier, "IntervalSeconds", 1, Values.MAX_SECONDS, false);
        values.wholeNumber(retrier, "MaxAttempts", 0, Values.MAX_SECONDS, false);
        values.number(retrier, "BackoffRate", 1, Double.MAX_VALUE, false);
        values.wholeNumber(retrier, "MaxDelaySeconds", 1, MAX_DELAY_SECONDS, false);
        values.oneOf(retrier, "JitterStrategy", List.of("FULL", "NONE"));
        Place delay = retrier.member("MaxDelaySeconds");
        double interval = retrier.member("IntervalSeconds").json().asDouble(1);
        if (delay.json().isNumber() && delay.json().doubleValue() <= interval) {
            findings.schema(
                    delay,
                    "MaxDelaySeconds (" + delay.json() + ") must be greater than IntervalSeconds (" + (long) interval
                            + ")");
        }
    }

    private void errors(Place names, boolean last) {
        if (!names.present()) {
            return;
        }
        if (!names.json().isArray() || names.json().isEmpty()) {
            findings.schema(names, Values.expected("an array with at least one error name", names.json()));
            return;
        }
        for (Place name : names.children()) {
            name(name);
        }
        boolean all = names.children().stream().anyMatch(name -> name.text().equals("States.ALL"));
        if (all && names.json().size() > 1) {
            findings.schema(names, "States.ALL must stand alone in ErrorEquals: it covers the other names");
        }
        if (all && !last) {
            findings.schema(names, "States.ALL must be in the last rule: the rules after it are never reached");
        }
    }

    private void name(Place name) {
        if (!name.json().isTextual()) {
            findings.schema(name, Values.expected("the name of an error", name.json()));
        } else if (name.text().startsWith("States.") && !RESERVED.contains(name.text())) {
            findings.warning(
                    FindingCode.SCHEMA_VALIDATION_FAILED,
                    name,
                    "'" + name.text()
                            + "' is no error name of the States Language, which reserves the prefix 'States.'."
                            + NearestName.hint(name.text(), RESERVED));
        }
    }
}
