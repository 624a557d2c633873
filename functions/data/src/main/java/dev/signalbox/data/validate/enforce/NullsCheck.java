package dev.signalbox.data.validate.enforce;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.datacontract.ContractColumn;
import dev.signalbox.data.validate.datacontract.DataContract;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.List;

/// Values that are suddenly missing. A few in a column that was complete are a warning; an error stands for
/// a column that was cut off on its way. Missing values of the target are the target's own finding.
public final class NullsCheck extends ColumnTermCheck {
    private static final double ERROR_EXCESS = 0.2;
    private static final double ERROR_EXCESS_OF_NULLABLE = 0.4;
    private static final double WARNING_EXCESS = 0.1;
    private static final int ERROR_ROWS = 5;
    private static final double MOST_DROPPED = 0.5;
    /// The rule of three: what was never seen in n rows happens in up to 3/n of all, with 95 % confidence.
    private static final double RULE_OF_THREE = 3;

    @Override
    List<Finding> findings(Inspection inspection, DataContract contract, ContractColumn terms, ScannedColumn column) {
        long missing = column.profile().missing();
        double share = (double) missing / inspection.rows();
        double expected = terms.missingShare() + RULE_OF_THREE / Math.max(1, contract.rows());
        boolean noticed = terms.nullable() ? share > expected + WARNING_EXCESS : missing > 0;
        if (!noticed || inspection.isTarget(column)) {
            return List.of();
        }
        double excess = terms.nullable() ? ERROR_EXCESS_OF_NULLABLE : ERROR_EXCESS;
        boolean broken = terms.required() && share > expected + excess && missing >= ERROR_ROWS;
        FindingDraft draft =
                broken ? FindingDraft.error(FindingCode.NULLS_FOUND) : FindingDraft.warning(FindingCode.NULLS_FOUND);
        if (share <= MOST_DROPPED) {
            draft.repair(new Repair.DropRows(column.name(), RowCondition.MISSING, List.of()));
        }
        if (broken && !column.name().equals(inspection.config().split().column())) {
            draft.repair(new Repair.DropColumn(column.name()));
        }
        return List.of(draft.column(column.name())
                .evidence("rows", missing)
                .evidence("share", share)
                .evidence("expected_share", terms.missingShare())
                .says("Column " + Quoted.name(column.name()) + " has no value in " + Quoted.rows(missing) + " ("
                        + Quoted.percent(share) + "); the data contract expects "
                        + (terms.nullable() ? "about " + Quoted.percent(terms.missingShare()) : "a value in every row")
                        + ". Look whether its source was cut off; a model can live with a few missing values."));
    }
}
