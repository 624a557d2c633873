package dev.signalbox.data.validate.leakage;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.checks.Check;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.profile.ColumnNature;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.List;

/// Columns that together give a numeric target away, because it is their sum or difference.
///
/// Limitations: sums of two or three columns without a factor, the same in every row of the sample; longer
/// ones, products and rounded sums are not found.
public final class TargetSumCheck implements Check {
    private static final int LEAST_DISTINCT = 10;

    @Override
    public List<Finding> findings(Inspection inspection) {
        ScannedColumn target = inspection.target();
        Task task = inspection.profile().task();
        if (target == null
                || task == null
                || task.isClassification()
                || target.profile().distinct() <= LEAST_DISTINCT
                || !(target.sample() instanceof SampleColumn.Numbers answers)) {
            return List.of();
        }
        NumberSuspicion alone = new NumberSuspicion(target.sample());
        List<ScannedColumn> candidates = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (ScannedColumn column : inspection.droppable()) {
            if (column.sample() instanceof SampleColumn.Numbers numbers
                    && column.profile().distinct() > 1
                    && !ColumnNature.isCalendar(column)
                    && alone.of(column).isEmpty()) {
                candidates.add(column);
                values.add(numbers.values());
            }
        }
        return new ExactSum(answers.values(), values)
                .find()
                .map(sum -> findings(target, candidates, sum))
                .orElse(List.of());
    }

    private static List<Finding> findings(ScannedColumn target, List<ScannedColumn> columns, ExactSum.Sum sum) {
        StringBuilder formula = new StringBuilder(Quoted.name(target.name()) + " =");
        sum.added()
                .forEach(place -> formula.append(formula.toString().endsWith("=") ? " " : " + ")
                        .append(Quoted.name(columns.get(place).name())));
        sum.taken()
                .forEach(place -> formula.append(" - ")
                        .append(Quoted.name(columns.get(place).name())));
        return sum.added().stream()
                .map(place -> FindingDraft.error(FindingCode.LEAKAGE)
                        .column(columns.get(place).name())
                        .evidence("rows", sum.rows())
                        .evidence("columns", sum.added().size() + sum.taken().size())
                        .repair(new Repair.DropColumn(columns.get(place).name()))
                        .says("Column " + Quoted.name(columns.get(place).name()) + " was counted with the target: "
                                + formula + " in each of " + Quoted.rows(sum.rows())
                                + "; expected no sum to give it. It will not be known when the model is used: drop"
                                + " it, unless it is."))
                .toList();
    }
}
