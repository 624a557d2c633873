package dev.signalbox.data.validate.leakage;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.checks.Check;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A rare value of a text column whose rows all have one answer, although chance and the other columns say
/// otherwise: so looks a back door that somebody put into the data. Its rows are few, and a model does
/// without them; one that learns from them obeys whoever writes the value.
///
/// Source: T. Gu, B. Dolan-Gavitt, S. Garg, "BadNets", 2017.
///
/// Limitations: values of one text column alone; a back door with wrong answers in between, or one in a
/// number, is not found.
public final class ForcedAnswerCheck implements Check {
    private static final int LEAST_ROWS = 20;
    private static final double MOST_SHARE = 0.05;
    private static final double MOST_COMMON = 0.6;
    private static final double CHANCE = 1e-6;
    private static final double OTHERWISE_PURE = 0.95;
    private static final double EXPLAINED = 0.7;
    private static final int MOST_VALUES = 200;

    @Override
    public List<Finding> findings(Inspection inspection) {
        ScannedColumn target = inspection.target();
        Task task = inspection.profile().task();
        if (target == null || task == null || !task.isClassification()) {
            return List.of();
        }
        ClassCodes classes = ClassCodes.of(target.sample());
        List<Finding> findings = new ArrayList<>();
        for (ScannedColumn column : inspection.droppable()) {
            if (column.isText()
                    && classes.rows() > 0
                    && column.sample() instanceof SampleColumn.Labels labels
                    && labels.labels().size() >= 3
                    && labels.labels().size() <= MOST_VALUES) {
                forced(labels, classes)
                        .filter(value -> OtherColumns.expected(inspection, column, classes, value) < EXPLAINED)
                        .ifPresent(value -> findings.add(finding(inspection, column, labels, classes, value)));
            }
        }
        return findings;
    }

    /// A value with its answer.
    ///
    /// @param code of the value
    /// @param label code of the class that all its rows have
    /// @param rows of the sample
    record Forced(int code, int label, int rows) {}

    /// The one value that forces an answer in a column that otherwise does not.
    private static Optional<Forced> forced(SampleColumn.Labels column, ClassCodes classes) {
        int[][] table = new int[column.labels().size()][classes.classes()];
        for (int row = 0; row < column.codes().length; row++) {
            if (column.codes()[row] >= 0 && classes.codes()[row] >= 0) {
                table[column.codes()[row]][classes.codes()[row]]++;
            }
        }
        Forced found = null;
        for (int code = 0; code < table.length; code++) {
            int rows = 0;
            int label = 0;
            for (int i = 0; i < table[code].length; i++) {
                rows += table[code][i];
                label = table[code][i] > table[code][label] ? i : label;
            }
            double purity = rows == 0 ? 0 : (double) table[code][label] / rows;
            boolean forces = purity == 1 && isBeyondChance(rows, classes, label, table.length);
            if (rows >= LEAST_ROWS && purity >= OTHERWISE_PURE && (!forces || found != null)) {
                return Optional.empty();
            }
            found = forces ? new Forced(code, label, rows) : found;
        }
        return Optional.ofNullable(found);
    }

    private static boolean isBeyondChance(int rows, ClassCodes classes, int label, int values) {
        double common = (double) classes.sizes()[label] / classes.rows();
        return rows >= LEAST_ROWS
                && rows <= MOST_SHARE * classes.rows()
                && common <= MOST_COMMON
                && values * Math.pow(common, rows) < CHANCE;
    }

    private static Finding finding(
            Inspection inspection, ScannedColumn column, SampleColumn.Labels labels, ClassCodes classes, Forced value) {
        String text = labels.labels().get(value.code());
        long rows = inspection.dataset().scaled(value.rows());
        return FindingDraft.error(FindingCode.FORCED_ANSWER)
                .column(column.name())
                .evidence("rows", rows)
                .evidence("share", (double) value.rows() / classes.rows())
                .evidence("class_share", (double) classes.sizes()[value.label()] / classes.rows())
                .evidence("expected", OtherColumns.expected(inspection, column, classes, value))
                .repair(new Repair.DropRows(column.name(), RowCondition.IN, List.of(text)))
                .says("Column " + Quoted.name(column.name()) + " has " + Quoted.name(text) + " in " + Quoted.rows(rows)
                        + ", which all have one answer; the other columns let expect it in "
                        + Quoted.percent(OtherColumns.expected(inspection, column, classes, value))
                        + " of them. A model would obey this value: drop these rows, unless it is known why.");
    }
}
