package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import dev.signalbox.runtime.value.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Text columns of numbers with units, such as `12 kg` beside `900 g`, `$1,200` or `15%`. As text they teach
/// next to nothing; read as numbers in the most frequent unit they do. Units of different kinds, or two
/// currencies, cannot be put into one: that is only mentioned.
///
/// Limitations: units that are not in [Units] are words; temperatures have no common factor and are left
/// alone where two scales are mixed.
public final class UnitTextCheck implements Check {
    private static final double ALL_BUT_A_FEW = 0.95;
    private static final double MANY = 0.3;
    private static final int LEAST_ROWS = 20;
    private static final int LEAST_DISTINCT = 10;

    @Override
    public List<Finding> findings(Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        for (ScannedColumn column : inspection.features()) {
            if (column.isText() && column.sample() instanceof SampleColumn.Labels labels) {
                finding(column, labels).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> finding(ScannedColumn column, SampleColumn.Labels labels) {
        Map<String, Long> rowsOfUnit = new HashMap<>();
        long[] rowsOfLabel = new long[labels.labels().size()];
        long present = 0;
        for (int code : labels.codes()) {
            if (code >= 0) {
                rowsOfLabel[code]++;
                present++;
            }
        }
        long known = 0;
        int distinct = 0;
        for (int code = 0; code < rowsOfLabel.length; code++) {
            String text = labels.labels().get(code);
            Optional<String> unit = Quantity.of(text).map(Quantity::unit).filter(Units::isKnown);
            if (unit.isPresent()) {
                rowsOfUnit.merge(unit.get(), rowsOfLabel[code], Long::sum);
                known += rowsOfLabel[code];
                distinct++;
            } else if (UnknownWords.contains(text)) {
                present -= rowsOfLabel[code];
            }
        }
        long bare = rowsOfUnit.getOrDefault("", 0L);
        boolean measured = present >= LEAST_ROWS
                && distinct >= LEAST_DISTINCT
                && known >= ALL_BUT_A_FEW * present
                && known - bare >= MANY * known;
        return measured ? Optional.of(finding(column, rowsOfUnit, known, present)) : Optional.empty();
    }

    private static Finding finding(ScannedColumn column, Map<String, Long> rowsOfUnit, long known, long present) {
        SortedMap<String, Double> factors = Units.factors(rowsOfUnit);
        List<String> units = rowsOfUnit.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(unit -> !unit.isEmpty())
                .toList();
        FindingDraft draft = factors.isEmpty()
                ? FindingDraft.warning(FindingCode.UNITS_IN_TEXT)
                : FindingDraft.error(FindingCode.UNITS_IN_TEXT)
                        .repair(new Repair.ParseQuantities(column.name(), factors));
        return draft.column(column.name())
                .evidence("units", units.size())
                .evidence("rows", known)
                .evidence("share", (double) known / present)
                .says("Column " + Quoted.name(column.name()) + " is text, but "
                        + Quoted.percent((double) known / present) + " of its values are numbers with "
                        + Quoted.count(units.size(), "unit", "units") + ": " + Quoted.names(units)
                        + "; expected numbers in one unit. "
                        + (factors.isEmpty()
                                ? "These units have no common measure: correct the source."
                                : "Read them in " + Quoted.name(units.getFirst()) + "."));
    }
}
