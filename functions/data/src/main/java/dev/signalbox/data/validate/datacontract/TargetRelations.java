package dev.signalbox.data.validate.datacontract;

import dev.signalbox.data.validate.profile.ColumnNature;
import dev.signalbox.data.validate.profile.Ranks;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import dev.signalbox.data.validate.profile.ScannedDataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The strongest relations of a dataset's numbers with its target, by which later data can be asked whether
/// its answers still mean the same. At most 10,000 rows of the sample and 200 columns are looked at.
public final class TargetRelations {
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_CLASSES = 10;
    private static final int LEAST_PAIRS = 30;

    private TargetRelations() {}

    /// The strongest first; empty where there are none.
    ///
    /// @param most how many at most
    public static List<TargetRelation> of(ScannedDataset dataset, String target, Collection<String> ignored, int most) {
        ScannedColumn answers = dataset.column(target);
        if (answers == null) {
            return List.of();
        }
        List<TargetRelation> relations = new ArrayList<>();
        Map<String, double[]> byLabel = answers(answers.sample());
        dataset.columns().values().stream()
                .filter(column -> !column.name().equals(target) && !ignored.contains(column.name()))
                .filter(column ->
                        !ColumnNature.movesWithTime(column) && !ColumnNature.identifiesRows(column, dataset.rows()))
                .limit(MOST_COLUMNS)
                .forEach(column -> {
                    if (column.sample() instanceof SampleColumn.Numbers numbers) {
                        byLabel.forEach((label, values) -> relations.add(
                                new TargetRelation(column.name(), label, correlation(head(numbers.values()), values))));
                    }
                });
        return relations.stream()
                .filter(relation -> Double.isFinite(relation.strength()))
                .sorted(Comparator.comparingDouble((TargetRelation relation) -> -Math.abs(relation.strength())))
                .limit(most)
                .toList();
    }

    private static Map<String, double[]> answers(SampleColumn sample) {
        Map<String, double[]> answers = new LinkedHashMap<>();
        switch (sample) {
            case SampleColumn.Numbers numbers -> answers.put("", head(numbers.values()));
            case SampleColumn.Labels labels -> {
                if (labels.labels().size() <= MOST_CLASSES) {
                    int[] codes = Arrays.copyOf(labels.codes(), Math.min(MOST_ROWS, labels.codes().length));
                    for (int code = 0; code < labels.labels().size(); code++) {
                        int wanted = code;
                        answers.put(
                                labels.labels().get(code),
                                Arrays.stream(codes)
                                        .mapToDouble(own -> own < 0 ? Double.NaN : own == wanted ? 1 : 0)
                                        .toArray());
                    }
                }
            }
        }
        return answers;
    }

    private static double[] head(double[] values) {
        return values.length <= MOST_ROWS ? values : Arrays.copyOf(values, MOST_ROWS);
    }

    /// Spearman's; NaN below 30 rows with both values, or where one does not vary.
    private static double correlation(double[] feature, double[] answer) {
        double[] x = new double[feature.length];
        double[] y = new double[feature.length];
        int pairs = 0;
        for (int row = 0; row < feature.length; row++) {
            if (Double.isFinite(feature[row]) && Double.isFinite(answer[row])) {
                x[pairs] = feature[row];
                y[pairs++] = answer[row];
            }
        }
        if (pairs < LEAST_PAIRS) {
            return Double.NaN;
        }
        double[] left = Ranks.of(Arrays.copyOf(x, pairs));
        double[] right = Ranks.of(Arrays.copyOf(y, pairs));
        double middle = Arrays.stream(left).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < pairs; i++) {
            xx += (left[i] - middle) * (left[i] - middle);
            yy += (right[i] - middle) * (right[i] - middle);
            xy += (left[i] - middle) * (right[i] - middle);
        }
        return xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
    }
}
