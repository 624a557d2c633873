package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.stage.RowCounts;
import java.util.ArrayList;
import java.util.List;

/// Rows that Ingest set aside, of the data and of a holdout that the user brought: an error from the
/// pipeline's limit on, worth a warning from a tenth of it.
public final class RejectedRowsCheck implements Check {
    private static final double WARNING_PART = 0.1;

    @Override
    public List<Finding> findings(Inspection inspection) {
        double limit = inspection.config().quality().maxRejectedFraction();
        List<Finding> findings = new ArrayList<>();
        add(findings, inspection.counts(), limit, "");
        HoldoutScan holdout = inspection.holdout();
        if (holdout != null) {
            add(findings, holdout.counts(), limit, " of the holdout");
        }
        return findings;
    }

    private static void add(List<Finding> findings, RowCounts counts, double limit, String whose) {
        if (counts.rejected() == 0) {
            return;
        }
        double share = (double) counts.rejected() / counts.in();
        FindingDraft draft = share > limit
                ? FindingDraft.error(FindingCode.REJECTED_ROWS)
                : share > limit * WARNING_PART
                        ? FindingDraft.warning(FindingCode.REJECTED_ROWS)
                        : FindingDraft.info(FindingCode.REJECTED_ROWS);
        findings.add(draft.evidence("rows", counts.rejected())
                .evidence("share", share)
                .evidence("limit", limit)
                .says(Quoted.rows(counts.rejected()) + " of " + counts.in() + whose + " could not be read ("
                        + Quoted.percent(share) + "); expected at most " + Quoted.percent(limit)
                        + ". The reasons stand in the rejects file, by line; correct the source, or raise"
                        + " quality.maxRejectedFraction."));
    }
}
