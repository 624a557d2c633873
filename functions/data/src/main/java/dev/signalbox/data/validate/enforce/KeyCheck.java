package dev.signalbox.data.validate.enforce;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.datacontract.ContractColumn;
import dev.signalbox.data.validate.datacontract.DataContract;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.List;

/// Values of a key that stand more than once.
public final class KeyCheck extends ColumnTermCheck {
    @Override
    List<Finding> findings(Inspection inspection, DataContract contract, ContractColumn terms, ScannedColumn column) {
        long present = inspection.rows() - column.profile().missing();
        long repeated = present - column.profile().distinct();
        if (!terms.key() || repeated <= 0 || terms.type() != column.type()) {
            return List.of();
        }
        FindingDraft draft = FindingDraft.warning(FindingCode.DUPLICATE_KEYS)
                .column(column.name())
                .evidence("rows", repeated)
                .evidence("share", (double) repeated / present);
        if (inspection.dataset().duplicateRows() > 0) {
            draft.repair(new Repair.DropDuplicates());
        }
        return List.of(draft.says("The key " + Quoted.name(column.name()) + " repeats in " + Quoted.rows(repeated)
                + "; the data contract (version " + contract.version()
                + ") expects another value in every row. Look whether rows were delivered twice."));
    }
}
