package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.stage.RowCounts;
import java.util.List;

/// Rows that Ingest set aside: an error from the pipeline's limit on, worth a warning from a tenth of it.
public final class RejectedRowsCheck implements Check {
    private static final double WARNING_PART = 0.1;

    @Override
    public List<Finding> findings(Inspection inspection) {
        RowCounts counts = inspection.counts();
        if (counts.rejected() == 0) {
            return List.of();
        }
        double share = (double) counts.rejected() / counts.in();
        double limit = inspection.config().quality().maxRejectedFraction();
        FindingDraft draft = share > limit
                ? FindingDraft.error(FindingCode.REJECTED_ROWS)
                : share > limit * WARNING_PART
                        ? FindingDraft.warning(FindingCode.REJECTED_ROWS)
                        : FindingDraft.info(FindingCode.REJECTED_ROWS);
        return List.of(draft.evidence("rows", counts.rejected())
                .evidence("share", share)
                .evidence("limit", limit)
                .says(Quoted.rows(counts.rejected()) + " of " + counts.in() + " could not be read ("
                        + Quoted.percent(share) + "); expected at most " + Quoted.percent(limit)
                        + ". The reasons stand in the rejects file, by line; correct the source, or raise"
                        + " quality.maxRejectedFraction."));
    }
}
