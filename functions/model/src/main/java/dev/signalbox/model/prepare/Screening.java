package dev.signalbox.model.prepare;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.model.features.DropReason;
import dev.signalbox.model.features.DroppedColumn;
import dev.signalbox.model.features.FittedColumn;
import dev.signalbox.model.features.Fitting;
import dev.signalbox.model.metric.Normal;
import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TableColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Leaves out numbers that say nothing about the target alone, where there are more of them than a quarter
/// of the training rows: every learner then finds some that agree with the target by chance. It looks at the
/// training rows alone, and each fold screens anew, since a screening that has seen the rows that are
/// predicted makes any noise look good (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning,
/// 2nd edition, section 7.10.2).
///
/// Kept are the columns that pass at a false discovery rate of a fifth (Benjamini and Hochberg, JRSS B 57,
/// 1995), ten at least. The measure is the correlation ratio of the number with the classes, or its squared
/// correlation with a number, times the rows: chi-squared where there is nothing, of which Wilson and
/// Hilferty's cube root makes a normal deviate.
///
/// Limitations: columns that tell something only together are lost.
final class Screening {
    private static final int MANY = 50;
    private static final double ROWS_EACH = 4;
    private static final double FALSE_SHARE = 0.2;
    private static final int LEAST_KEPT = 10;

    private Screening() {}

    /// What is left of a fitting.
    ///
    /// @param features that it was fitted on
    /// @param rows of training
    static Fitting of(Fitting fitting, Table features, Target target, int[] rows) {
        List<Scored> scored = new ArrayList<>();
        for (FittedColumn column : fitting.columns()) {
            TableColumn values = features.column(column.source()).orElseThrow();
            if (values instanceof NumberColumn numbers && isAmount(numbers.type())) {
                scored.add(new Scored(column.source(), deviate(numbers.values(), target, rows)));
            }
        }
        if (scored.size() < MANY || scored.size() * ROWS_EACH < rows.length) {
            return fitting;
        }
        scored.sort(Comparator.comparingDouble(Scored::deviate).reversed());
        int kept = Math.min(LEAST_KEPT, scored.size());
        for (int k = kept + 1; k <= scored.size(); k++) {
            double expected = Normal.quantile(1 - FALSE_SHARE * k / scored.size());
            kept = scored.get(k - 1).deviate() >= expected ? k : kept;
        }
        Set<String> left = new HashSet<>();
        scored.subList(kept, scored.size()).forEach(one -> left.add(one.name()));
        List<DroppedColumn> dropped = new ArrayList<>(fitting.dropped());
        left.stream().sorted().forEach(name -> dropped.add(new DroppedColumn(name, DropReason.NOT_TELLING)));
        return new Fitting(
                fitting.columns().stream()
                        .filter(column -> !left.contains(column.source()))
                        .toList(),
                List.copyOf(dropped));
    }

    /// What there is to say about it.
    static List<Finding> findings(List<DroppedColumn> dropped, int columns, int rows) {
        long without = dropped.stream()
                .filter(column -> column.reason() == DropReason.NOT_TELLING)
                .count();
        return without == 0
                ? List.of()
                : List.of(new Finding(
                        FindingCode.MORE_COLUMNS_THAN_ROWS,
                        Severity.WARNING,
                        null,
                        columns + " columns for " + rows + " training rows; expected four rows a column at least. "
                                + without + " columns that say no more about the target than chance would were left"
                                + " out, judged by the training rows alone. Bring more rows, or name columns that"
                                + " matter.",
                        new TreeMap<>(Map.of(
                                "columns", (double) columns,
                                "rows", (double) rows,
                                "leftOut", (double) without)),
                        List.of()));
    }

    private static boolean isAmount(ColumnType type) {
        return type == ColumnType.NUMBER || type == ColumnType.INTEGER || type == ColumnType.BOOLEAN;
    }

    private static double deviate(double[] values, Target target, int[] rows) {
        boolean classes = target.task().isClassification();
        double freedom = classes ? target.classes().size() - 1.0 : 1;
        double chi = classes ? amongClasses(values, target, rows) : alongNumber(values, target, rows);
        double spread = 2 / (9 * freedom);
        return (Math.cbrt(chi / freedom) - (1 - spread)) / Math.sqrt(spread);
    }

    /// Rows times the correlation ratio.
    private static double amongClasses(double[] values, Target target, int[] rows) {
        int count = target.classes().size();
        double[] sums = new double[count];
        double[] sizes = new double[count];
        double mean = mean(values, rows);
        double squares = 0;
        double known = 0;
        for (int row : rows) {
            if (Double.isFinite(values[row])) {
                double distance = values[row] - mean;
                int code = (int) target.values()[row];
                sums[code] += distance;
                sizes[code]++;
                squares += distance * distance;
                known++;
            }
        }
        double between = 0;
        for (int k = 0; k < count; k++) {
            between += sizes[k] == 0 ? 0 : sums[k] * sums[k] / sizes[k];
        }
        return squares == 0 ? 0 : known * between / squares;
    }

    /// Rows times the squared correlation.
    private static double alongNumber(double[] values, Target target, int[] rows) {
        double mean = mean(values, rows);
        double targetMean = mean(target.values(), rows);
        double products = 0;
        double squares = 0;
        double targetSquares = 0;
        double known = 0;
        for (int row : rows) {
            if (Double.isFinite(values[row])) {
                double distance = values[row] - mean;
                double targetDistance = target.values()[row] - targetMean;
                products += distance * targetDistance;
                squares += distance * distance;
                targetSquares += targetDistance * targetDistance;
                known++;
            }
        }
        return squares == 0 || targetSquares == 0 ? 0 : known * products * products / (squares * targetSquares);
    }

    private static double mean(double[] values, int[] rows) {
        double sum = 0;
        double known = 0;
        for (int row : rows) {
            if (Double.isFinite(values[row])) {
                sum += values[row];
                known++;
            }
        }
        return known == 0 ? 0 : sum / known;
    }

    /// @param name of the column
    /// @param deviate a standard normal one where the column says nothing
    private record Scored(String name, double deviate) {}
}
