package dev.signalbox.asl.validate;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields that only JSONPath states have, each with the JSONata way to write it.
///
/// Source: AWS Step Functions Developer Guide, "Transforming data with JSONata" and "Migrate to JSONata".
final class JsonPathFields {
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
            Map.entry("ItemsPath", "Write \"Items\": \"{% $states.input.part %}\""),
            Map.entry("SecondsPath", "Write \"Seconds\": \"{% $states.input.part %}\""),
            Map.entry("TimestampPath", "Write \"Timestamp\": \"{% $states.input.part %}\""),
            Map.entry("TimeoutSecondsPath", "Write \"TimeoutSeconds\": \"{% $states.input.part %}\""),
            Map.entry("HeartbeatSecondsPath", "Write \"HeartbeatSeconds\": \"{% $states.input.part %}\""),
            Map.entry("MaxConcurrencyPath", "Write \"MaxConcurrency\": \"{% $states.input.part %}\""),
            Map.entry(
                    "ToleratedFailurePercentagePath",
                    "Write \"ToleratedFailurePercentage\": \"{% $states.input.part %}\""),
            Map.entry("ToleratedFailureCountPath", "Write \"ToleratedFailureCount\": \"{% $states.input.part %}\""),
            Map.entry("MaxItemsPerBatchPath", "Write \"MaxItemsPerBatch\": \"{% $states.input.part %}\""),
            Map.entry("MaxInputBytesPerBatchPath", "Write \"MaxInputBytesPerBatch\": \"{% $states.input.part %}\""),
            Map.entry("MaxItemsPath", "Write \"MaxItems\": \"{% $states.input.part %}\""),
            Map.entry("ErrorPath", "Write \"Error\": \"{% $states.input.part %}\""),
            Map.entry("CausePath", "Write \"Cause\": \"{% $states.input.part %}\""),
            Map.entry(
                    "Variable",
                    "Write the test as an expression: \"Condition\": \"{% $states.input.part = 'value' %}\""),
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
        return isComparison(field)
                ? Optional.of("Write the test as an expression: \"Condition\": \"{% $states.input.part = 'value' %}\"")
                : Optional.empty();
    }

    private static boolean isComparison(String field) {
        return COMPARED.stream().anyMatch(field::startsWith)
                && (field.startsWith("Is") || field.matches(".*(Equals|LessThan|GreaterThan|Matches).*"));
    }
}
