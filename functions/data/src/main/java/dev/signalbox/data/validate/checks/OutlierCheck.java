package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.data.validate.profile.ColumnNature;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import dev.signalbox.data.validate.profile.ValueTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Numbers absurdly far from the rest, such as an age of 999, and infinite ones. See [Reach] for how far
/// that is.
public final class OutlierCheck implements Check {
    private static final int LEAST_ROWS = 50;
    private static final double MOST_DROPPED = 0.01;

    @Override
    public List<Finding> findings(Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        for (ScannedColumn column : inspection.used()) {
            if (!(column.sample() instanceof SampleColumn.Numbers numbers) || ColumnNature.isCalendar(column)) {
                continue;
            }
            if (column.infinite() > 0) {
                findings.add(infinite(column, inspection.isTarget(column)));
            } else if (inspection.rows() - column.profile().missing() >= LEAST_ROWS
                    && !ColumnNature.identifiesRows(column, inspection.rows())) {
                addFar(findings, inspection, column, numbers);
            }
        }
        return findings;
    }

    private static Finding infinite(ScannedColumn column, boolean isTarget) {
        ColumnProfile profile = column.profile();
        FindingDraft draft =
                FindingDraft.error(FindingCode.OUTLIERS).column(column.name()).evidence("rows", column.infinite());
        if (isTarget) {
            draft.repair(new Repair.DropRows(column.name(), RowCondition.IN, List.of("inf", "-inf")));
        } else if (profile.min() != null && profile.max() != null && profile.min() < profile.max()) {
            draft.repair(new Repair.ClipOutliers(column.name(), profile.min(), profile.max()));
            draft.repair(new Repair.DropColumn(column.name()));
        } else {
            draft.repair(new Repair.DropColumn(column.name()));
        }
        return draft.says("Column " + Quoted.name(column.name()) + " has an infinite number in "
                + Quoted.rows(column.infinite()) + "; expected finite ones. "
                + (isTarget ? "Drop these rows." : "Clip them to the range of the others."));
    }

    private static void addFar(
            List<Finding> findings, Inspection inspection, ScannedColumn column, SampleColumn.Numbers numbers) {
        Reach reach = Reach.of(column.profile());
        if (reach == null || !reach.leavesSomethingOut(column.profile())) {
            return;
        }
        Set<Double> values = new TreeSet<>();
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        int far = 0;
        for (double value : numbers.values()) {
            boolean within = reach.contains(value);
            high = within ? Math.max(high, value) : high;
            low = within ? Math.min(low, value) : low;
            if (!within && !Double.isNaN(value)) {
                far++;
                values.add(value);
            }
        }
        // The sample of a large table may miss the few that are far.
        if (low < high && (far > 0 || !reach.containsEnds(column.profile()))) {
            findings.add(
                    far(inspection, column, Math.max(1, inspection.dataset().scaled(far)), low, high, values));
        }
    }

    private static Finding far(
            Inspection inspection, ScannedColumn column, long rows, double low, double high, Set<Double> values) {
        ColumnProfile profile = column.profile();
        boolean isTarget = inspection.isTarget(column);
        // A handful of absurd answers weighs more in a squared error than all others.
        Task task = inspection.profile().task();
        boolean drops = isTarget
                && task != null
                && !task.isClassification()
                && inspection.dataset().sampleRows() == inspection.rows()
                && rows <= MOST_DROPPED * inspection.rows();
        FindingDraft draft = (drops
                        ? FindingDraft.error(FindingCode.OUTLIERS)
                        : FindingDraft.warning(FindingCode.OUTLIERS))
                .column(column.name())
                .evidence("rows", rows)
                .evidence("share", (double) rows / inspection.rows())
                .evidence("min", profile.min() == null ? Double.NaN : profile.min())
                .evidence("max", profile.max() == null ? Double.NaN : profile.max())
                .evidence("low", low)
                .evidence("high", high);
        if (drops) {
            draft.repair(new Repair.DropRows(
                    column.name(),
                    RowCondition.IN,
                    values.stream().map(value -> text(column, value)).toList()));
        } else if (!isTarget) {
            draft.repair(new Repair.ClipOutliers(column.name(), low, high));
        }
        return draft.says("Column " + Quoted.name(column.name()) + " has values absurdly far from the rest in "
                + Quoted.rows(rows) + "; the others lie from " + Quoted.number(low) + " to " + Quoted.number(high)
                + (drops ? ". Drop these rows, or correct" : ". Clip them, or correct")
                + " the source if they stand for a missing value.");
    }

    private static String text(ScannedColumn column, double value) {
        boolean whole = column.type() == ColumnType.INTEGER;
        return ValueTexts.of(column.type(), whole ? (long) value : Double.doubleToRawLongBits(value));
    }
}
