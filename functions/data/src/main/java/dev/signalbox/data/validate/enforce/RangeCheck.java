package dev.signalbox.data.validate.enforce;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.datacontract.ContractColumn;
import dev.signalbox.data.validate.datacontract.DataContract;
import dev.signalbox.data.validate.profile.ColumnNature;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.List;

/// Numbers beyond what the contract allows. A few are a warning with the offer to clip them; an error stands
/// for a column that means something else now, such as kilograms instead of grams.
public final class RangeCheck extends ColumnTermCheck {
    private static final double ERROR_SHARE = 0.1;
    private static final int ERROR_ROWS = 5;
    private static final double MOST_CLIPPED = 0.25;
    /// A contract from few rows knows the tails badly: of n rows, the next one is the most extreme with
    /// chance 2/(n+1).
    private static final double ROWS_OF_DOUBT = 10;

    @Override
    List<Finding> findings(Inspection inspection, DataContract contract, ContractColumn terms, ScannedColumn column) {
        Double min = column.profile().min();
        Double max = column.profile().max();
        if (!ColumnTypeCheck.isComparable(terms.type(), column.type()) || min == null || max == null) {
            return List.of();
        }
        double low = terms.low() == null ? Double.NEGATIVE_INFINITY : terms.low();
        double high = terms.high() == null ? Double.POSITIVE_INFINITY : terms.high();
        if ((min >= low && max <= high) || !(column.sample() instanceof SampleColumn.Numbers numbers)) {
            return List.of();
        }
        long sampled = 0;
        for (double value : numbers.values()) {
            sampled += value < low || value > high ? 1 : 0;
        }
        long rows = Math.max(1, inspection.dataset().scaled(sampled));
        double share =
                (double) rows / Math.max(1, inspection.rows() - column.profile().missing());
        double tolerated = Math.max(ERROR_SHARE, ROWS_OF_DOUBT / Math.max(1, contract.rows()));
        boolean broken = share > tolerated && rows >= ERROR_ROWS && !ColumnNature.movesWithTime(column);
        FindingDraft draft =
                broken ? FindingDraft.error(FindingCode.OUT_OF_RANGE) : FindingDraft.warning(FindingCode.OUT_OF_RANGE);
        if (share <= MOST_CLIPPED && low < high && !inspection.isTarget(column)) {
            draft.repair(new Repair.ClipOutliers(
                    column.name(), Math.max(low, -Double.MAX_VALUE), Math.min(high, Double.MAX_VALUE)));
        }
        return List.of(draft.column(column.name())
                .evidence("rows", rows)
                .evidence("share", share)
                .evidence("min", min)
                .evidence("max", max)
                .evidence("low", low)
                .evidence("high", high)
                .says("Column " + Quoted.name(column.name()) + " runs from " + Quoted.number(min) + " to "
                        + Quoted.number(max) + ", outside the contract's range in " + Quoted.rows(rows) + " ("
                        + Quoted.percent(share) + "); expected " + Quoted.number(low) + " to " + Quoted.number(high)
                        + ". " + advice(broken, share)));
    }

    private static String advice(boolean broken, double share) {
        if (share <= MOST_CLIPPED) {
            return "Clip these values, or correct the source.";
        }
        return broken
                ? "The unit or the meaning seems to have changed: correct the source, or accept it with"
                        + " quality.newContract."
                : "Accept the new range with quality.newContract if it is meant.";
    }
}
