package dev.signalbox.data.validate.target;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.data.validate.checks.Check;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.datacontract.NameDistance;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.List;

/// The target must be there, have two values at least, and have one in every row.
public final class TargetPresenceCheck implements Check {
    @Override
    public List<Finding> findings(Inspection inspection) {
        ScannedColumn target = inspection.target();
        if (target == null) {
            return List.of(missing(inspection));
        }
        if (inspection.rows() == 0) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        ColumnProfile profile = target.profile();
        if (profile.distinct() < 2) {
            findings.add(FindingDraft.error(FindingCode.TARGET_CONSTANT)
                    .column(profile.name())
                    .evidence("distinct", profile.distinct())
                    .says("The target " + Quoted.name(profile.name()) + " has "
                            + (profile.distinct() == 0 ? "no value in any row" : "the same value in every row")
                            + "; expected two different ones at least. Bring rows of the other kind, or name another"
                            + " target."));
        }
        if (profile.missing() > 0 && profile.distinct() > 0) {
            findings.add(nulls(inspection, profile));
        }
        return findings;
    }

    private static Finding missing(Inspection inspection) {
        String wanted = inspection.config().target();
        List<String> names = inspection.dataset().names();
        String nearest = NameDistance.nearest(wanted, names)
                .map(name -> " The nearest is " + Quoted.name(name) + ".")
                .orElse("");
        return FindingDraft.error(FindingCode.TARGET_MISSING)
                .evidence("columns", names.size())
                .says("There is no column " + Quoted.name(wanted) + " to predict; expected one of "
                        + Quoted.names(names) + "." + nearest + " Name the target that you mean.");
    }

    private static Finding nulls(Inspection inspection, ColumnProfile profile) {
        double share = (double) profile.missing() / inspection.rows();
        return FindingDraft.error(FindingCode.TARGET_NULLS)
                .column(profile.name())
                .evidence("rows", profile.missing())
                .evidence("share", share)
                .repair(new Repair.DropRows(profile.name(), RowCondition.MISSING, List.of()))
                .says("The target " + Quoted.name(profile.name()) + " has no value in "
                        + Quoted.rows(profile.missing()) + " (" + Quoted.percent(share)
                        + "); expected one in every row. Drop these rows, for nothing can be learned from them.");
    }
}
