package dev.signalbox.model.prepare;

import dev.signalbox.model.table.TableColumn;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Groups whose rows nearly all have one answer, as the visits of a patient have one outcome. Rows of such a
/// group say the same thing again: intervals and tests that take them for independent are too sure by the
/// root of a group's size. Validation and holdout then keep one row a group; training keeps all. Source:
/// Kish, Survey sampling, 1965, on the effect of clusters.
final class OneAnswer {
    private static final double NEARLY_ALL = 0.95;

    private final Set<Integer> first = new HashSet<>();
    private final boolean holds;

    /// @param column that names the groups
    OneAnswer(TableColumn column, Target target, long seed) {
        int[] rows = target.labelled();
        double[] values = target.of(rows);
        double mean = Arrays.stream(values).average().orElse(0);
        double alike = 0;
        double within = 0;
        for (List<Integer> group : GroupSplit.groups(column, rows, seed)) {
            first.add(rows[group.getFirst()]);
            alike += most(group, values);
            double own = group.stream().mapToDouble(i -> values[i]).average().orElse(0);
            within += group.stream()
                    .mapToDouble(i -> (values[i] - own) * (values[i] - own))
                    .sum();
        }
        double all = IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .sum();
        this.holds = target.task().isClassification()
                ? alike >= NEARLY_ALL * values.length
                : within <= (1 - NEARLY_ALL) * all;
    }

    /// The first row of each group where all have one answer; else the same rows.
    int[] firstOnly(int[] rows) {
        return holds ? Arrays.stream(rows).filter(first::contains).toArray() : rows;
    }

    private static double most(List<Integer> group, double[] values) {
        int most = 0;
        for (int i : group) {
            int alike = 0;
            for (int j : group.subList(0, Math.min(group.size(), 200))) {
                alike += values[j] == values[i] ? 1 : 0;
            }
            most = Math.max(most, alike);
            if (2 * most > group.size()) {
                break;
            }
        }
        return most;
    }
}
