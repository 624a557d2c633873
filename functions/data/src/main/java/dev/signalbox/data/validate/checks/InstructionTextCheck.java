package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Text that reads like an instruction to an agent. It is data and stays data: nothing is executed, and the
/// message does not quote it. People should know that it is there.
public final class InstructionTextCheck implements Check {
    private static final int SHORTEST = 12;
    private static final List<String> PHRASES = List.of(
            "ignore all previous",
            "ignore previous",
            "ignore the previous",
            "ignore the above",
            "ignore all instructions",
            "ignore your instructions",
            "ignore any previous",
            "disregard previous",
            "disregard all",
            "disregard the above",
            "forget your instructions",
            "forget all previous",
            "override your instructions",
            "system prompt",
            "you are now ",
            "new instructions:",
            "as an ai ",
            "<|im start|>",
            "<|system|>",
            "[inst]",
            "### instruction",
            "promote this model",
            "promote the model",
            "promote candidate",
            "approve this run",
            "skip the gate",
            "bypass the guardrail",
            "begin system",
            "do not tell the user");

    @Override
    public List<Finding> findings(Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        for (ScannedColumn column : inspection.dataset().columns().values()) {
            boolean inName = isInstruction(column.name());
            long inValues = values(inspection, column);
            if (inName || inValues > 0) {
                findings.add(FindingDraft.info(FindingCode.INSTRUCTION_LIKE_TEXT)
                        .column(column.name())
                        .evidence("rows", inValues)
                        .evidence("name", inName ? 1 : 0)
                        .says((inName ? "The name of a column" : "A text column") + " reads like an instruction"
                                + (inValues > 0 ? " in " + Quoted.rows(inValues) : "")
                                + ". It is treated as data; look where it comes from."));
            }
        }
        return findings;
    }

    private static long values(Inspection inspection, ScannedColumn column) {
        if (!(column.sample() instanceof SampleColumn.Labels labels)) {
            return 0;
        }
        boolean[] suspicious = new boolean[labels.labels().size()];
        for (int code = 0; code < suspicious.length; code++) {
            suspicious[code] = isInstruction(labels.labels().get(code));
        }
        long rows = 0;
        for (int code : labels.codes()) {
            rows += code >= 0 && suspicious[code] ? 1 : 0;
        }
        return inspection.dataset().scaled(rows);
    }

    private static boolean isInstruction(String text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT).replace('_', ' ');
        return PHRASES.stream().anyMatch(lower::contains);
    }
}
