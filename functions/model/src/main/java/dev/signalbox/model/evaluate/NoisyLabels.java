package dev.signalbox.model.evaluate;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.metric.Normal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A class of which some rows seem to carry another label.
///
/// Where labels are right, the surer a model is of a class, the more rows have it, up to nearly all. Where a share
/// of a class was labelled otherwise by chance, even among the rows that the model is surest of that share stays,
/// and more certainty does not make it smaller. A class is named when, among the rows that the model is surest of
/// (half as many as have its label), the share of other labels is for certain 4 percent or more and three times that
/// of every other class, does not fall with certainty, and nearly all rows are either there or clearly elsewhere.
/// Source for noise that depends on the class: Northcutt, Jiang and Chuang, Confident learning, Journal of Artificial
/// Intelligence Research 70, 2021.
///
/// Limitations: it sees noise in classes that are otherwise told apart well. Where classes overlap, noise and overlap
/// look the same, and nothing is said.
final class NoisyLabels {
    private static final int LEAST_SURE_ROWS = 60;
    private static final int LEAST_ODD_ROWS = 8;
    private static final double LEAST_SHARE = 0.04;
    private static final double MOST_SHARE = 0.45;
    private static final double TIMES_OTHERS = 3;
    private static final double MOST_ORDERED = 0.6;
    private static final double BETWEEN = 0.15;
    private static final double MOST_BETWEEN = 0.15;
    private static final double CERTAIN = Normal.quantile(0.99);
    private static final int LONGEST = 60;

    private final Predictions predictions;
    private final double[] target;

    /// @param predictions probabilities of classes for rows that the model did not learn from
    /// @param target class codes
    NoisyLabels(Predictions predictions, double[] target) {
        this.predictions = predictions;
        this.target = target;
    }

    /// One at most; none for a regression.
    Optional<Finding> find(String column, List<String> classes) {
        if (predictions.width() < 2) {
            return Optional.empty();
        }
        List<Sure> all =
                IntStream.range(0, predictions.width()).mapToObj(this::surest).toList();
        return all.stream()
                .filter(sure -> isNoisy(sure, all))
                .max(Comparator.comparingDouble(Sure::oddShare))
                .map(sure -> finding(sure, all, column, classes.get(sure.code())));
    }

    private boolean isNoisy(Sure sure, List<Sure> all) {
        double least = sure.oddShare() - CERTAIN * sure.standardError();
        return sure.rows().size() >= LEAST_SURE_ROWS
                && sure.odd() >= LEAST_ODD_ROWS
                && least >= LEAST_SHARE
                && sure.oddShare() <= MOST_SHARE
                && all.stream()
                        .allMatch(other -> other.code() == sure.code() || TIMES_OTHERS * other.oddShare() < least)
                && ordered(sure) <= MOST_ORDERED
                && between(sure) <= MOST_BETWEEN;
    }

    private Sure surest(int code) {
        long labelled = IntStream.range(0, target.length)
                .filter(row -> target[row] == code)
                .count();
        List<Integer> rows = IntStream.range(0, target.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -predictions.at(row, code)))
                .limit(labelled / 2)
                .toList();
        return new Sure(code, rows, (int)
                rows.stream().filter(row -> target[row] != code).count());
    }

    /// The share of the pairs of a right and an odd row of which the model is surer of the right one: 0.5 where
    /// certainty says nothing about the label. Of two of which it is as sure, the one that comes first counts.
    private double ordered(Sure sure) {
        long right = 0;
        double surer = 0;
        for (int row : sure.rows()) {
            if (target[row] == sure.code()) {
                right++;
            } else {
                surer += right;
            }
        }
        return surer / ((double) right * sure.odd());
    }

    /// The share of all rows that are neither clearly of the class nor clearly of another.
    private double between(Sure sure) {
        double level = 1 - sure.oddShare();
        return IntStream.range(0, target.length)
                        .mapToDouble(row -> predictions.at(row, sure.code()))
                        .filter(value -> value > BETWEEN && value < level - BETWEEN)
                        .count()
                / (double) target.length;
    }

    private static Finding finding(Sure sure, List<Sure> all, String column, String label) {
        double others = all.stream()
                .filter(other -> other.code() != sure.code())
                .mapToDouble(Sure::oddShare)
                .max()
                .orElse(0);
        String name = label.substring(0, Math.min(LONGEST, label.length()));
        return new Finding(
                FindingCode.NOISY_LABELS,
                Severity.WARNING,
                column,
                "Of the " + sure.rows().size() + " validation rows of which the best model is surest that '" + column
                        + "' is '" + name + "', " + percent(sure.oddShare())
                        + " have another label, and no fewer where it is surer; of other classes at most "
                        + percent(others) + ". Some rows of '" + name
                        + "' seem to be labelled wrongly: scores are too low by that, and probabilities of the class.",
                new TreeMap<>(Map.of("rows", (double) sure.rows().size(), "share", sure.oddShare(), "others", others)),
                List.of());
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /// @param code of a class
    /// @param rows that the model is surest of, surest first
    /// @param odd those of them with another label
    private record Sure(int code, List<Integer> rows, int odd) {
        double oddShare() {
            return rows.isEmpty() ? 0 : (double) odd / rows.size();
        }

        double standardError() {
            return rows.isEmpty() ? 0 : Math.sqrt(oddShare() * (1 - oddShare()) / rows.size());
        }
    }
}
