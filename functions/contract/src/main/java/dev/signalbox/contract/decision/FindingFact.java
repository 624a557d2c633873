package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A finding as planners see it.
///
/// @param code what kind
/// @param severity how much it matters
/// @param column null for the whole dataset
/// @param evidence numbers by name
/// @param repairs those that would cure it, best first
public record FindingFact(
        FindingCode code,
        Severity severity,
        @Nullable Untrusted column,
        SortedMap<String, Double> evidence,
        List<Repair> repairs) {
    public FindingFact {
        Require.present(code, "code");
        Require.present(severity, "severity");
        repairs = Require.listOrEmpty(repairs);
    }
}
