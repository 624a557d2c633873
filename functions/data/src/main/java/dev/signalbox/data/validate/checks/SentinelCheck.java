package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import dev.signalbox.data.validate.profile.ValueTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Numbers and days that stand for a missing value: nines (-999, 9999) and -1 where nothing else is negative,
/// 9999-12-31 and the first day of a calendar, each far from the rest or impossible there, and in several
/// rows. Left alone, a model takes them for measurements.
///
/// A single far value is [OutlierCheck]'s. Limitations: a sentinel amid the honest values (0 for unknown, 999
/// among prices) cannot be told from them.
public final class SentinelCheck implements Check {
    private static final int LEAST_DISTINCT = 10;
    private static final int LEAST_ROWS = 5;
    private static final double LEAST_SHARE = 0.005;
    private static final int MOST = 3;

    @Override
    public List<Finding> findings(Inspection inspection) {
        boolean classes = inspection.profile().task() != null
                && inspection.profile().task().isClassification();
        List<Finding> findings = new ArrayList<>();
        for (ScannedColumn column : inspection.used()) {
            Double least = column.profile().min();
            Double greatest = column.profile().max();
            // Nearly all columns are done with here, without a look at their values.
            boolean suspect = least != null
                    && greatest != null
                    && (SentinelValues.mayBe(least) || SentinelValues.mayBe(greatest));
            if (suspect
                    && column.sample() instanceof SampleColumn.Numbers numbers
                    && !(inspection.isTarget(column) && classes)) {
                NavigableMap<Double, Integer> rows = rows(numbers);
                int present = rows.values().stream().mapToInt(Integer::intValue).sum();
                Map<Double, Integer> found = sentinels(column.type(), rows, present);
                if (!found.isEmpty()) {
                    findings.add(finding(inspection, column, found));
                }
            }
        }
        return findings;
    }

    private static NavigableMap<Double, Integer> rows(SampleColumn.Numbers numbers) {
        NavigableMap<Double, Integer> rows = new TreeMap<>();
        for (double value : numbers.values()) {
            if (Double.isFinite(value)) {
                rows.merge(value, 1, Integer::sum);
            }
        }
        return rows;
    }

    /// The least and the greatest value are looked at, again and again, until both are honest.
    private static Map<Double, Integer> sentinels(ColumnType type, NavigableMap<Double, Integer> rows, int present) {
        boolean days = type == ColumnType.DATE || type == ColumnType.TIMESTAMP;
        Map<Double, Integer> found = new TreeMap<>();
        boolean more = true;
        while (more && found.size() < MOST && rows.size() > LEAST_DISTINCT) {
            more = false;
            for (double end : new double[] {rows.firstKey(), rows.lastKey()}) {
                int count = rows.getOrDefault(end, 0);
                if (count >= Math.max(LEAST_ROWS, LEAST_SHARE * present)
                        && rows.size() > LEAST_DISTINCT
                        && (days ? SentinelValues.isDay(end, rows) : SentinelValues.isNumber(end, rows))) {
                    found.put(end, count);
                    rows.remove(end);
                    more = true;
                }
            }
        }
        return found;
    }

    private static Finding finding(Inspection inspection, ScannedColumn column, Map<Double, Integer> found) {
        List<String> texts =
                found.keySet().stream().map(value -> text(column.type(), value)).toList();
        long rows = inspection
                .dataset()
                .scaled(found.values().stream().mapToInt(Integer::intValue).sum());
        TreeMap<String, String> labels = new TreeMap<>();
        texts.forEach(text -> labels.put(text, ""));
        boolean isTarget = inspection.isTarget(column);
        return FindingDraft.error(FindingCode.SENTINEL_VALUES)
                .column(column.name())
                .evidence("values", found.size())
                .evidence("value", found.keySet().iterator().next())
                .evidence("rows", rows)
                .evidence("share", (double) rows / inspection.rows())
                .repair(
                        isTarget
                                ? new Repair.DropRows(column.name(), RowCondition.IN, texts)
                                : new Repair.MapLabels(column.name(), labels))
                .says("Column " + Quoted.name(column.name()) + " has " + Quoted.names(texts) + " in "
                        + Quoted.rows(rows) + ", apart from all other values; expected a missing value there. "
                        + (isTarget ? "Drop these rows." : "Take it for missing."));
    }

    private static String text(ColumnType type, double value) {
        return ValueTexts.of(type, type == ColumnType.INTEGER ? (long) value : Double.doubleToRawLongBits(value));
    }
}
