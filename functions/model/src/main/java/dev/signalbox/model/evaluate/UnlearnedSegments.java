package dev.signalbox.model.evaluate;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.matrix.FeatureKind;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.metric.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Categories in which a model is no better than a constant, while it is within the other categories of the
/// same column: there nothing was learned, however good the whole looks.
///
/// The measure is the share of the squared error of a segment's own mean (of its class shares) that the model
/// takes away. A segment is named when even the upper bound of its share, at 95 percent divided among all
/// segments, is below a quarter of what the model takes away within the others. It must also err for certain a
/// quarter more a row than there: where nearly all rows have one answer, nothing is left to learn, and that
/// is no fault.
///
/// Limitations: ranges of a number are not looked at, since within a narrow range of the feature that matters
/// nothing is left to learn; nor are segments of fewer than 60 rows.
final class UnlearnedSegments {
    private static final int LEAST_ROWS = 60;
    private static final double LEAST_ELSEWHERE = 0.15;
    private static final double QUARTER = 0.25;
    private static final double LEAST_ERROR_RATIO = 1.25;
    private static final double ERROR_SHARE = 0.05;
    private static final int MOST = 3;
    private static final int LONGEST = 60;

    private final Predictions predictions;
    private final double[] target;

    UnlearnedSegments(Predictions predictions, double[] target) {
        this.predictions = predictions;
        this.target = target;
    }

    /// One a segment, at most three.
    List<Finding> find(Matrix rows) {
        List<String> categories = rows.features().stream()
                .filter(feature -> feature.kind() == FeatureKind.CATEGORICAL)
                .map(feature -> feature.source())
                .toList();
        Map<String, List<Part>> parts = new Segmentation(rows, LEAST_ROWS)
                .segments().stream()
                        .filter(segment -> categories.contains(segment.column()))
                        .map(this::part)
                        .collect(Collectors.groupingBy(
                                part -> part.segment().column(), TreeMap::new, Collectors.toList()));
        int tried = parts.values().stream().mapToInt(List::size).sum();
        List<Finding> findings = new ArrayList<>();
        for (List<Part> column : parts.values()) {
            for (Part part : column) {
                Elsewhere elsewhere = Elsewhere.of(column, part);
                double quantile = Normal.quantile(1 - ERROR_SHARE / Math.max(2, tried));
                if (elsewhere.share() >= LEAST_ELSEWHERE
                        && part.upper(quantile) < QUARTER * elsewhere.share()
                        && part.leastErrorOfRow(quantile) > LEAST_ERROR_RATIO * elsewhere.errorOfRow()
                        && findings.size() < MOST) {
                    findings.add(finding(part, elsewhere.share()));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Part part, double elsewhere) {
        String value = part.segment().value();
        String name = value.substring(0, Math.min(LONGEST, value.length()));
        int rows = part.segment().rows().length;
        return new Finding(
                FindingCode.UNLEARNED_SEGMENT,
                Severity.WARNING,
                part.segment().column(),
                "In the " + rows + " validation rows where '" + part.segment().column() + "' is '" + name
                        + "' the best model is no better than a constant: it takes away " + percent(part.share())
                        + " of the squared error, within the other values " + percent(elsewhere)
                        + ". Do not trust it there; look for what is different about these rows.",
                new TreeMap<>(Map.of("rows", (double) rows, "explained", part.share(), "elsewhere", elsewhere)),
                List.of());
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private Part part(Segment segment) {
        int[] rows = segment.rows();
        int width = predictions.width();
        double[] means = new double[width];
        for (int row : rows) {
            for (int k = 0; k < width; k++) {
                means[k] += actual(row, k) / rows.length;
            }
        }
        double constant = 0;
        double taken = 0;
        double squares = 0;
        double errorSquares = 0;
        for (int row : rows) {
            double own = 0;
            double model = 0;
            for (int k = 0; k < width; k++) {
                double actual = actual(row, k);
                own += (actual - means[k]) * (actual - means[k]);
                model += (actual - predictions.at(row, k)) * (actual - predictions.at(row, k));
            }
            constant += own;
            taken += own - model;
            squares += (own - model) * (own - model);
            errorSquares += model * model;
        }
        return new Part(
                segment,
                constant,
                taken,
                standardError(taken, squares, rows.length),
                standardError(constant - taken, errorSquares, rows.length));
    }

    /// Of a sum of so many terms.
    private static double standardError(double sum, double squares, int terms) {
        return Math.sqrt(Math.max(0, squares - sum * sum / terms));
    }

    private double actual(int row, int k) {
        return predictions.width() == 1 ? target[row] : target[row] == k ? 1 : 0;
    }

    /// @param constant squared error of the segment's own mean
    /// @param taken of it by the model
    /// @param takenStandardError of `taken`
    /// @param errorStandardError of the model's squared error, which is `constant - taken`
    private record Part(
            Segment segment, double constant, double taken, double takenStandardError, double errorStandardError) {
        double share() {
            return constant == 0 ? 1 : taken / constant;
        }

        double upper(double quantile) {
            return constant == 0 ? 1 : (taken + quantile * takenStandardError) / constant;
        }

        double leastErrorOfRow(double quantile) {
            return (constant - taken - quantile * errorStandardError) / segment.rows().length;
        }
    }

    /// The other values of a column.
    ///
    /// @param share of the squared error of their own means that the model takes away
    /// @param errorOfRow squared error of the model
    private record Elsewhere(double share, double errorOfRow) {
        static Elsewhere of(List<Part> column, Part without) {
            double constant = 0;
            double taken = 0;
            double rows = 0;
            for (Part part : column) {
                if (!part.equals(without)) {
                    constant += part.constant();
                    taken += part.taken();
                    rows += part.segment().rows().length;
                }
            }
            return new Elsewhere(constant == 0 ? 0 : taken / constant, rows == 0 ? 0 : (constant - taken) / rows);
        }
    }
}
