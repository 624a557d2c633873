package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.data.validate.profile.ColumnNature;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.List;

/// Columns that no model can use: one value throughout, hardly any value, or a value that only says which
/// row it is.
public final class ColumnUseCheck implements Check {
    private static final double MOSTLY = 0.9;
    private static final double HALF = 0.5;

    @Override
    public List<Finding> findings(Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        if (inspection.rows() == 0) {
            return findings;
        }
        for (ScannedColumn column : inspection.droppable()) {
            ColumnProfile profile = column.profile();
            double missing = (double) profile.missing() / inspection.rows();
            if (missing >= HALF) {
                findings.add(mostlyMissing(profile, missing));
            } else if (profile.distinct() == 1 && profile.missing() == 0) {
                findings.add(constant(profile));
            } else if (MixedTypesCheck.intendedType(column).isEmpty()
                    && ColumnNature.identifiesRows(column, inspection.rows())) {
                findings.add(nearUnique(profile, inspection.rows()));
            }
        }
        return findings;
    }

    private static Finding mostlyMissing(ColumnProfile profile, double share) {
        FindingDraft draft = share >= MOSTLY
                ? FindingDraft.warning(FindingCode.MOSTLY_MISSING).repair(new Repair.DropColumn(profile.name()))
                : FindingDraft.info(FindingCode.MOSTLY_MISSING);
        return draft.column(profile.name())
                .evidence("rows", profile.missing())
                .evidence("share", share)
                .says("Column " + Quoted.name(profile.name()) + " has no value in " + Quoted.percent(share)
                        + " of the rows; expected most to have one. Drop it, unless a missing value means something.");
    }

    private static Finding constant(ColumnProfile profile) {
        return FindingDraft.warning(FindingCode.CONSTANT_COLUMN)
                .column(profile.name())
                .evidence("distinct", 1)
                .repair(new Repair.DropColumn(profile.name()))
                .says("Column " + Quoted.name(profile.name())
                        + " has the same value in every row; expected two at least. It teaches nothing: drop it.");
    }

    private static Finding nearUnique(ColumnProfile profile, long rows) {
        return FindingDraft.warning(FindingCode.NEAR_UNIQUE_COLUMN)
                .column(profile.name())
                .evidence("distinct", profile.distinct())
                .evidence("rows", rows)
                .repair(new Repair.DropColumn(profile.name()))
                .says("Column " + Quoted.name(profile.name()) + " has "
                        + Quoted.count(profile.distinct(), "value", "values")
                        + " in " + Quoted.rows(rows)
                        + ", like an id; expected values that repeat. A model would learn rows by heart: drop it.");
    }
}
