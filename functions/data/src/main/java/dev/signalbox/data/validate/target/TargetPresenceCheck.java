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
        if (profile.distinct() > 0) {
            addNulls(findings, inspection, target);
        }
        return findings;
    }

    private static Finding missing(Inspection inspection) {
        String wanted = inspection.config().target();
        List<String> names = inspection.dataset().names();
        String nearest = NameDistance.nearest(wanted, names)
                .filter(name -> NameDistance.areNear(wanted, name))
                .map(name -> " The nearest is " + Quoted.name(name) + ".")
                .orElse("");
        return FindingDraft.error(FindingCode.TARGET_MISSING)
                .evidence("columns", names.size())
                .says("There is no column " + Quoted.name(wanted) + " to predict; expected one of "
                        + Quoted.names(names) + "." + nearest + " Name the target that you mean.");
    }

    private static void addNulls(List<Finding> findings, Inspection inspection, ScannedColumn target) {
        long undefined = target.undefined();
        long absent = target.profile().missing() - undefined;
        String name = target.name();
        if (absent > 0) {
            findings.add(nulls(
                    inspection, name, absent, "no value", new Repair.DropRows(name, RowCondition.MISSING, List.of())));
        }
        if (undefined > 0) {
            Repair drop = new Repair.DropRows(name, RowCondition.IN, List.of("nan"));
            findings.add(nulls(inspection, name, undefined, "'not a number' as its value", drop));
        }
    }

    private static Finding nulls(Inspection inspection, String target, long rows, String what, Repair repair) {
        double share = (double) rows / inspection.rows();
        return FindingDraft.error(FindingCode.TARGET_NULLS)
                .column(target)
                .evidence("rows", rows)
                .evidence("share", share)
                .repair(repair)
                .says("The target " + Quoted.name(target) + " has " + what + " in " + Quoted.rows(rows) + " ("
                        + Quoted.percent(share)
                        + "); expected one in every row. Drop these rows, for nothing can be learned from them.");
    }
}
