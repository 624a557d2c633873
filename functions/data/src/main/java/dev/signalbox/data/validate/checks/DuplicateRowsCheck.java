package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import java.util.List;

/// Whole rows that stand more than once. Copies on both sides of the split make every metric too good; but a
/// table of a few short vocabularies has equal rows by nature, so that there they are only worth knowing.
public final class DuplicateRowsCheck implements Check {
    private static final double RICH = 0.1;

    @Override
    public List<Finding> findings(Inspection inspection) {
        long duplicates = inspection.dataset().duplicateRows();
        if (duplicates == 0) {
            return List.of();
        }
        double share = (double) duplicates / inspection.rows();
        boolean telling = inspection.profile().columns().stream()
                .anyMatch(column -> column.distinct() > RICH * inspection.rows());
        FindingDraft draft = telling
                ? FindingDraft.warning(FindingCode.DUPLICATE_ROWS)
                : FindingDraft.info(FindingCode.DUPLICATE_ROWS);
        return List.of(draft.evidence("rows", duplicates)
                .evidence("share", share)
                .repair(new Repair.DropDuplicates())
                .says(Quoted.rows(duplicates) + " of " + inspection.rows() + " repeat an earlier row in every column ("
                        + Quoted.percent(share) + "). "
                        + (telling
                                ? "Expected none: copies on both sides of the split flatter the model. Drop them,"
                                        + " unless they are true repeats."
                                : "With so few different values some are expected; drop them if they are copies.")));
    }
}
