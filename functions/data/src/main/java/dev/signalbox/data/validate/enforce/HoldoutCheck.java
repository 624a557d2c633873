package dev.signalbox.data.validate.enforce;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.data.validate.checks.Check;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.HoldoutScan;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.profile.ScannedColumn;
import dev.signalbox.data.validate.profile.ScannedDataset;
import dev.signalbox.data.validate.profile.TableColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A holdout that the user brought must be like the dataset: the same columns of the same types, the same
/// classes, and none of its rows.
public final class HoldoutCheck implements Check {
    @Override
    public List<Finding> findings(Inspection inspection) {
        HoldoutScan holdout = inspection.holdout();
        if (holdout == null) {
            return List.of();
        }
        Map<String, TableColumn> columns = new LinkedHashMap<>();
        holdout.columns().forEach(column -> columns.put(column.name(), column));
        List<Finding> findings = new ArrayList<>();
        for (ScannedColumn column : inspection.used()) {
            TableColumn other = columns.get(column.name());
            if (other == null) {
                findings.add(missing(column.name()));
            } else if (!ColumnTypeCheck.isComparable(column.type(), other.type())
                    && column.profile().distinct() > 0) {
                findings.add(otherType(column, other));
            }
        }
        ScannedDataset scan = holdout.scan();
        if (scan != null) {
            addRows(findings, inspection, scan);
        }
        return findings;
    }

    private static void addRows(List<Finding> findings, Inspection inspection, ScannedDataset scan) {
        if (scan.rows() == 0) {
            findings.add(FindingDraft.error(FindingCode.TOO_FEW_ROWS)
                    .evidence("rows", 0)
                    .says("The holdout has no rows; expected some to judge a model on. Bring a holdout with rows."));
        }
        if (scan.sharedRows() > 0) {
            findings.add(FindingDraft.warning(FindingCode.LEAKAGE)
                    .evidence("rows", scan.sharedRows())
                    .evidence("share", (double) scan.sharedRows() / scan.rows())
                    .says(Quoted.rows(scan.sharedRows()) + " of the holdout (" + scan.rows()
                            + ") stand in the dataset as well, equal in every column; expected none, for a model is"
                            + " flattered by rows that it has seen. Take them out of one of the two."));
        }
        addTarget(findings, inspection.target(), scan.column(inspection.config().target()), inspection);
    }

    private static void addTarget(
            List<Finding> findings,
            @Nullable ScannedColumn target,
            @Nullable ScannedColumn inHoldout,
            Inspection inspection) {
        if (target == null || inHoldout == null) {
            return;
        }
        if (inHoldout.profile().missing() > 0) {
            findings.add(FindingDraft.warning(FindingCode.TARGET_NULLS)
                    .evidence("rows", inHoldout.profile().missing())
                    .says("The target " + Quoted.name(target.name()) + " has no value in "
                            + Quoted.rows(inHoldout.profile().missing())
                            + " of the holdout; expected one in every row. They cannot be judged."));
        }
        var task = inspection.profile().task();
        if (task == null || !task.isClassification() || target.counts() == null || inHoldout.counts() == null) {
            return;
        }
        List<String> known =
                target.countsOrEmpty().stream().map(ValueCount::value).toList();
        List<ValueCount> unseen = inHoldout.countsOrEmpty().stream()
                .filter(value -> !known.contains(value.value()))
                .toList();
        if (!unseen.isEmpty()) {
            findings.add(FindingDraft.warning(FindingCode.UNSEEN_CATEGORY)
                    .evidence(
                            "rows", unseen.stream().mapToLong(ValueCount::count).sum())
                    .evidence("categories", unseen.size())
                    .says("The holdout has classes that the dataset lacks: "
                            + Quoted.names(
                                    unseen.stream().map(ValueCount::value).toList())
                            + "; expected those of the dataset. No model can name them."));
        }
    }

    private static Finding missing(String name) {
        return FindingDraft.error(FindingCode.MISSING_COLUMN)
                .column(name)
                .says("The holdout lacks the column " + Quoted.name(name)
                        + "; expected the columns of the dataset. Bring a holdout of the same shape.");
    }

    private static Finding otherType(ScannedColumn column, TableColumn other) {
        return FindingDraft.error(FindingCode.TYPE_CHANGED)
                .column(column.name())
                .says("Column " + Quoted.name(column.name()) + " of the holdout is of type "
                        + other.type().id() + "; expected " + column.type().id()
                        + " as in the dataset. Bring a holdout of the same shape.");
    }
}
