package dev.signalbox.data.validate.enforce;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.checks.Check;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.datacontract.DataContract;
import dev.signalbox.data.validate.datacontract.TargetRelation;
import dev.signalbox.data.validate.datacontract.TargetRelations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers that no longer go with the features as the contract's did: labels exchanged, shuffled or put to
/// the wrong rows. A model of them would be wrong with confidence, and a holdout out of the same rows would
/// not show it, so that nothing but the owner can cure it.
///
/// The relations of both are held against each other: 1 stands for the same, 0 for none, -1 for the opposite.
/// Limitations: relations of numbers alone are known; a part of wrong labels below half leaves the sign as it
/// is and is left to the gate.
public final class LabelsTurnedCheck implements Check {
    private static final double LEAST_STRENGTH = 0.2;
    private static final double LEAST_AGREEMENT = 0.5;
    private static final double UNLUCKY = 4;
    private static final int LEAST_ROWS = 50;

    @Override
    public List<Finding> findings(Inspection inspection) {
        DataContract contract = inspection.contract();
        if (contract == null
                || contract.rows() < LEAST_ROWS
                || inspection.rows() < LEAST_ROWS
                || contract.relations().stream().noneMatch(old -> Math.abs(old.strength()) >= LEAST_STRENGTH)) {
            return List.of();
        }
        Map<String, Double> now = new HashMap<>();
        TargetRelations.of(
                        inspection.dataset(),
                        contract.target(),
                        inspection.config().ignoredColumns(),
                        Integer.MAX_VALUE)
                .forEach(relation -> now.put(key(relation), relation.strength()));
        double both = 0;
        double before = 0;
        int compared = 0;
        for (TargetRelation old : contract.relations()) {
            Double found = now.get(key(old));
            if (found != null) {
                both += old.strength() * found;
                before += old.strength() * old.strength();
                compared++;
            }
        }
        double agreement = both / before;
        double doubt = UNLUCKY
                * (1 / Math.sqrt((double) Math.min(contract.rows(), 10_000))
                        + 1 / Math.sqrt((double) Math.min(inspection.rows(), 10_000)))
                / Math.sqrt(before);
        return compared > 0 && agreement + doubt < LEAST_AGREEMENT
                ? List.of(finding(inspection, agreement, compared))
                : List.of();
    }

    private static String key(TargetRelation relation) {
        return relation.column() + '\n' + relation.label();
    }

    private static Finding finding(Inspection inspection, double agreement, int compared) {
        return FindingDraft.error(FindingCode.LABELS_TURNED)
                .column(inspection.config().target())
                .evidence("agreement", agreement)
                .evidence("relations", compared)
                .evidence("rows", inspection.rows())
                .says("The target " + Quoted.name(inspection.config().target())
                        + (agreement < 0 ? " goes the opposite way" : " hardly goes") + " with the columns that it went"
                        + " with in the data contract (agreement " + Quoted.number(Math.rint(agreement * 100) / 100)
                        + " over " + Quoted.count(compared, "relation", "relations")
                        + "; expected about 1). The labels seem exchanged or joined to the wrong rows: correct the"
                        + " source, or accept it with quality.newContract.");
    }
}
