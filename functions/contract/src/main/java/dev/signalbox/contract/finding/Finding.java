package dev.signalbox.contract.finding;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Repair;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One thing noticed about data.
///
/// @param code what kind
/// @param severity how much it matters
/// @param column the column's name as it stands in the data; null for the whole dataset
/// @param message for people; may quote column names
/// @param evidence numbers by name, such as `rows`, `share`, `psi`
/// @param repairs those that would cure it, best first; empty where none is known
public record Finding(
        FindingCode code,
        Severity severity,
        @Nullable String column,
        String message,
        SortedMap<String, Double> evidence,
        List<Repair> repairs) {
    public Finding {
        Require.present(code, "code");
        Require.present(severity, "severity");
        Require.notBlank(message, "message");
        evidence = evidence == null ? new TreeMap<>() : Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
        repairs = Require.listOrEmpty(repairs);
    }
}
