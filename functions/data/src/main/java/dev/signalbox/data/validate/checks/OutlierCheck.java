package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.data.validate.profile.ColumnNature;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.List;

/// Numbers absurdly far from the rest, such as an age of 999, and infinite ones.
/// See [Reach] for how far that is.
public final class OutlierCheck implements Check {
    private static final int LEAST_ROWS = 50;

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
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        int far = 0;
        for (double value : numbers.values()) {
            boolean within = reach.contains(value);
            high = within ? Math.max(high, value) : high;
            low = within ? Math.min(low, value) : low;
            far += within || Double.isNaN(value) ? 0 : 1;
        }
        // The sample of a large table may miss the few that are far.
        if (low < high && (far > 0 || !reach.containsEnds(column.profile()))) {
            findings.add(
                    far(inspection, column, Math.max(1, inspection.dataset().scaled(far)), low, high));
        }
    }

    private static Finding far(Inspection inspection, ScannedColumn column, long rows, double low, double high) {
        ColumnProfile profile = column.profile();
        FindingDraft draft = FindingDraft.warning(FindingCode.OUTLIERS)
                .column(column.name())
                .evidence("rows", rows)
                .evidence("share", (double) rows / inspection.rows())
                .evidence("min", profile.min() == null ? Double.NaN : profile.min())
                .evidence("max", profile.max() == null ? Double.NaN : profile.max())
                .evidence("low", low)
                .evidence("high", high);
        if (!inspection.isTarget(column)) {
            draft.repair(new Repair.ClipOutliers(column.name(), low, high));
        }
        return draft.says("Column " + Quoted.name(column.name()) + " has values absurdly far from the rest in "
                + Quoted.rows(rows) + "; the others lie from " + Quoted.number(low) + " to " + Quoted.number(high)
                + ". Clip them, or correct the source if they stand for a missing value.");
    }
}
