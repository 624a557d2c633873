package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.List;

/// Too few rows to split into training, validation and holdout and to judge anything on them.
public final class RowCountCheck implements Check {
    /// Below, the holdout has six rows, and no interval on it is narrower than a guess.
    static final int LEAST_ROWS = 30;

    private static final int FEW_ROWS = 100;

    @Override
    public List<Finding> findings(Inspection inspection) {
        ScannedColumn target = inspection.target();
        long missing = target == null ? 0 : target.profile().missing();
        long labelled = inspection.rows() - missing;
        if (labelled >= FEW_ROWS) {
            return List.of();
        }
        FindingDraft draft = labelled < LEAST_ROWS
                ? FindingDraft.error(FindingCode.TOO_FEW_ROWS)
                : FindingDraft.info(FindingCode.TOO_FEW_ROWS);
        String expected = labelled < LEAST_ROWS
                ? "; expected at least " + LEAST_ROWS + " to train, validate and judge a model. Bring more data."
                : "; below " + FEW_ROWS + " all metrics have wide intervals. More data would help most.";
        return List.of(draft.evidence("rows", labelled)
                .evidence("expected", LEAST_ROWS)
                .says("There " + (labelled == 1 ? "is " : "are ") + Quoted.rows(labelled)
                        + (missing > 0 ? " with a target" : "") + expected));
    }
}
