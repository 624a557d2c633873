package dev.signalbox.asl.validate;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields that only JSONPath states have, each with the JSONata way to write it.
///
/// Source: AWS Step Functions Developer Guide, "Transforming data with JSONata" and "Migrate to JSONata".
final class JsonPathFields {
    private static final String TEST =
            "Write the test as an expression: \"Condition\": \"{% $states.input.part = 'value' %}\"";
    private static final String REFERENCE = "Path";
    /// Fields that take a path under this name and `Path`; JSONata takes an expression without it.
    private static final Set<String> BY_PATH = Set.of(
            "Items",
            "Seconds",
            "Timestamp",
            "TimeoutSeconds",
            "HeartbeatSeconds",
            "MaxConcurrency",
            "ToleratedFailurePercentage",
            "ToleratedFailureCount",
            "MaxItemsPerBatch",
            "MaxInputBytesPerBatch",
            "MaxItems",
            "Error",
            "Cause");

    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry(
                    "InputPath",
                    "Leave it out and take the part where it is used: \"Arguments\": \"{% $states.input.part %}\""),
            Map.entry(
                    "OutputPath",
                    "Write \"Output\": \"{% $states.result.part %}\" (or $states.input.part where there is no result)"),
            Map.entry(
                    "ResultPath",
                    "Write \"Output\": \"{% $merge([$states.input, {'key': $states.result}]) %}\", or leave it out to pass the result on"),
            Map.entry("ResultSelector", "Write \"Output\": {\"key\": \"{% $states.result.part %}\"}"),
            Map.entry(
                    "Parameters",
                    "Write \"Arguments\": {\"key\": \"{% $states.input.part %}\"}, without '.$' in the names"),
            Map.entry("Result", "Write \"Output\" with the same value"),
            Map.entry("Variable", TEST),
            Map.entry("And", "Write \"Condition\": \"{% $states.input.a > 1 and $states.input.b %}\""),
            Map.entry("Or", "Write \"Condition\": \"{% $states.input.a > 1 or $states.input.b %}\""),
            Map.entry("Not", "Write \"Condition\": \"{% $not($states.input.a > 1) %}\""));

    private static final Set<String> COMPARED = Set.of(
            "String",
            "Numeric",
            "Boolean",
            "Timestamp",
            "IsNull",
            "IsPresent",
            "IsString",
            "IsNumeric",
            "IsBoolean",
            "IsTimestamp");

    private JsonPathFields() {}

    /// How to write a field in JSONata; empty when it is no field of JSONPath.
    static Optional<String> hint(String field) {
        if (HINTS.containsKey(field)) {
            return Optional.ofNullable(HINTS.get(field));
        }
        if (field.endsWith(REFERENCE) && BY_PATH.contains(field.substring(0, field.length() - REFERENCE.length()))) {
            String plain = field.substring(0, field.length() - REFERENCE.length());
            return Optional.of("Write \"" + plain + "\": \"{% $states.input.part %}\"");
        }
        return isComparison(field) ? Optional.of(TEST) : Optional.empty();
    }

    private static boolean isComparison(String field) {
        return COMPARED.stream().anyMatch(field::startsWith)
                && (field.startsWith("Is") || field.matches(".*(Equals|LessThan|GreaterThan|Matches).*"));
    }
}
