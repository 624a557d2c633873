package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A finding in the making.
public final class FindingDraft {
    private final FindingCode code;
    private final Severity severity;
    private @Nullable String column;
    private final SortedMap<String, Double> evidence = new TreeMap<>();
    private final List<Repair> repairs = new ArrayList<>();

    private FindingDraft(FindingCode code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /// A finding of a severity.
    public static FindingDraft of(Severity severity, FindingCode code) {
        return new FindingDraft(code, severity);
    }

    /// Learning from the data as it is would be wrong.
    public static FindingDraft error(FindingCode code) {
        return of(Severity.ERROR, code);
    }

    /// Learning is possible, the result may suffer.
    public static FindingDraft warning(FindingCode code) {
        return of(Severity.WARNING, code);
    }

    /// Worth knowing.
    public static FindingDraft info(FindingCode code) {
        return of(Severity.INFO, code);
    }

    /// The column that it is about.
    public FindingDraft column(String name) {
        this.column = name;
        return this;
    }

    /// A number with its name; numbers that are not finite are left out.
    public FindingDraft evidence(String name, double value) {
        if (Double.isFinite(value)) {
            evidence.put(name, value);
        }
        return this;
    }

    /// A count with its name.
    public FindingDraft evidence(String name, long count) {
        evidence.put(name, (double) count);
        return this;
    }

    /// What would cure it, after those named before.
    public FindingDraft repair(Repair repair) {
        repairs.add(repair);
        return this;
    }

    /// The finding, with what was found, what was expected and what to do next.
    public Finding says(String message) {
        return new Finding(code, severity, column, message, evidence, repairs);
    }
}
