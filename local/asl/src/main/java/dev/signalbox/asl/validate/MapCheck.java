package dev.signalbox.asl.validate;

import dev.signalbox.asl.validate.MachineCheck.Scope;
import java.util.List;
import java.util.regex.Pattern;

/// Checks the fields of a Map state.
final class MapCheck {
    private static final int MAX_LABEL_CHARACTERS = 40;
    private static final long MAX_ITEMS = 100_000_000;
    private static final int MAX_BATCH_BYTES = 256 * 1024;
    private static final Pattern NOT_IN_LABELS = Pattern.compile("[\\s?*<>{}\\[\\]:;,\\\\|^~$#%&`\"\\p{Cntrl}]");
    private static final FieldRules BATCHER =
            FieldRules.of("an ItemBatcher", "", "MaxItemsPerBatch MaxInputBytesPerBatch BatchInput Comment");
    private static final FieldRules READER =
            FieldRules.of("an ItemReader", "Resource", "Arguments ReaderConfig Comment");
    private static final FieldRules WRITER =
            FieldRules.of("a ResultWriter", "", "Resource Arguments WriterConfig Comment");

    private final Findings findings;
    private final MachineCheck machines;
    private final Scope scope;
    private final Values values;

    MapCheck(Findings findings, MachineCheck machines, Scope scope) {
        this.findings = findings;
        this.machines = machines;
        this.scope = scope;
        this.values = new Values(findings);
    }

    void map(Place state) {
        boolean old = !state.has("ItemProcessor") && state.has("Iterator");
        Place processor = state.member(old ? "Iterator" : "ItemProcessor");
        if (!processor.present()) {
            findings.schema(state, "These fields are required: [ItemProcessor]");
        } else {
            machines.processor(processor, scope);
        }
        boolean distributed = mode(processor.member("ProcessorConfig"));
        values.wholeNumber(state, "MaxConcurrency", 0, Integer.MAX_VALUE, true);
        values.number(state, "ToleratedFailurePercentage", 0, 100, true);
        values.wholeNumber(state, "ToleratedFailureCount", 0, Integer.MAX_VALUE, true);
        items(state.member("Items"));
        parts(state);
        label(state.member("Label"));
        if (!distributed) {
            inlineOnly(state);
        }
    }

    private boolean mode(Place config) {
        if (!config.present()) {
            return false;
        }
        FieldRules.of("a ProcessorConfig", "", "Mode ExecutionType").check(config, findings);
        values.oneOf(config, "Mode", List.of("INLINE", "DISTRIBUTED"));
        values.oneOf(config, "ExecutionType", List.of("STANDARD", "EXPRESS"));
        boolean distributed = config.member("Mode").text().equals("DISTRIBUTED");
        if (distributed && !config.has("ExecutionType")) {
            findings.schema(config, "These fields are required: [ExecutionType] where Mode is DISTRIBUTED");
        }
        if (!distributed && config.has("ExecutionType")) {
            findings.schema(
                    config.member("ExecutionType"), "Field 'ExecutionType' is not supported where Mode is INLINE");
        }
        return distributed;
    }

    /// AWS takes the tolerances and the label in an inline Map, where they mean nothing.
    private void inlineOnly(Place state) {
        for (String field : List.of("ItemReader", "ItemBatcher", "ResultWriter")) {
            if (state.has(field)) {
                findings.schema(state.member(field), distributedOnly(field, "is not supported"));
            }
        }
        for (String field : List.of("Label", "ToleratedFailurePercentage", "ToleratedFailureCount")) {
            if (state.has(field)) {
                findings.warning(
                        FindingCode.SCHEMA_VALIDATION_FAILED,
                        state.member(field),
                        distributedOnly(field, "has no effect"));
            }
        }
    }

    private static String distributedOnly(String field, String verdict) {
        return "Field '" + field + "' " + verdict + " in an inline Map."
                + " Write \"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"}.";
    }

    private void items(Place items) {
        boolean plain = items.json().isTextual() && !items.text().startsWith("{%");
        if (plain
                || items.json().isNumber()
                || items.json().isBoolean()
                || items.json().isNull()) {
            findings.schema(items, Values.expected("an array, or a JSONata expression that gives one", items.json()));
        }
    }

    private void parts(Place state) {
        Place batcher = state.member("ItemBatcher");
        if (batcher.present()) {
            BATCHER.check(batcher, findings);
            values.wholeNumber(batcher, "MaxItemsPerBatch", 1, MAX_ITEMS, true);
            values.wholeNumber(batcher, "MaxInputBytesPerBatch", 1, MAX_BATCH_BYTES, true);
            if (!batcher.has("MaxItemsPerBatch") && !batcher.has("MaxInputBytesPerBatch")) {
                findings.schema(batcher, "One of these fields is required: [MaxItemsPerBatch, MaxInputBytesPerBatch]");
            }
        }
        if (state.has("ItemReader")) {
            READER.check(state.member("ItemReader"), findings);
            values.wholeNumber(state.member("ItemReader").member("ReaderConfig"), "MaxItems", 0, MAX_ITEMS, true);
            findings.schema(
                    state.member("ItemReader"),
                    "'ItemReader' takes the items from S3, which this engine does not read. Leave it out and give the"
                            + " array itself: \"Items\": \"{% $states.input.items %}\".");
        }
        if (state.has("ResultWriter")) {
            WRITER.check(state.member("ResultWriter"), findings);
            findings.schema(
                    state.member("ResultWriter"),
                    "'ResultWriter' puts the results into S3, which this engine does not write. Leave it out: the results"
                            + " are $states.result, which a Task after the Map can write.");
        }
    }

    private void label(Place label) {
        if (!label.present()) {
            return;
        }
        String text = label.text();
        if (text.isEmpty()
                || text.length() > MAX_LABEL_CHARACTERS
                || NOT_IN_LABELS.matcher(text).find()) {
            findings.error(
                    FindingCode.INVALID_LABEL_NAME,
                    label,
                    Values.expected(
                            "1 to " + MAX_LABEL_CHARACTERS
                                    + " characters without white space and ? * < > { } [ ] : ; , \\ | ^ ~ $ # % & ` \"",
                            label.json()));
        } else {
            machines.label(text, label);
        }
    }
}
