package dev.signalbox.model.prepare;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.model.metric.IndexSort;
import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.RowHash;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TableColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows that differ by next to nothing: equal in all columns but numbers of many values, and there within a
/// fiftieth of a standard deviation.
///
/// Such pairs are copies when they outnumber the pairs that are up to five times as far apart: by chance the
/// wider ring has `5^p - 1` times as many for `p` independent numbers, and more than as many for any smooth
/// density. Neighbours are found along one random direction, among the next 32 rows. Fewer than three such
/// numbers, or units of more than a twentieth of the rows, prove nothing.
final class NearCopies {
    private static final double NEAR = 0.02;
    private static final double RING = 0.1;
    private static final int LEAST_NUMBERS = 3;
    private static final int LEAST_VALUES = 20;
    private static final int LEAST_PAIRS = 5;
    private static final int WINDOW = 32;
    private static final int MOST_ROWS = 200_000;
    private static final double LARGEST_UNIT = 0.05;
    /// Rows that differ elsewhere lie further apart than any projection.
    private static final double APART = 1e6;

    private final int[] rows;
    private final double[][] numbers;
    private final double[] positions;

    private NearCopies(int[] rows, double[][] numbers, double[] positions) {
        this.rows = rows;
        this.numbers = numbers;
        this.positions = positions;
    }

    /// The units with near copies joined; the same units where there are none.
    ///
    /// @param rows places in the table
    /// @param units one a row
    static int[] join(Table table, int[] rows, int[] units) {
        if (rows.length > MOST_ROWS) {
            return units;
        }
        List<double[]> numbers = new ArrayList<>();
        double[] positions = new double[rows.length];
        long[] others = new long[rows.length];
        for (int column = 0; column < table.columns().size(); column++) {
            double[] standard = standard(table.columns().get(column), rows);
            if (standard.length > 0) {
                double weight = RowHash.unit(RowHash.mix(1, column)) + 0.5;
                Arrays.setAll(positions, i -> positions[i] + weight * standard[i]);
                numbers.add(standard);
            } else {
                for (int i = 0; i < rows.length; i++) {
                    others[i] += RowHashes.part(table, column, rows[i]);
                }
            }
        }
        if (numbers.size() < LEAST_NUMBERS) {
            return units;
        }
        Arrays.setAll(positions, i -> positions[i] + APART * RowHash.unit(RowHash.mix(2, others[i])));
        return new NearCopies(rows, numbers.toArray(double[][]::new), positions).joined(units);
    }

    private int[] joined(int[] units) {
        int[] order = IndexSort.ascending(positions);
        int[] parents = units.clone();
        int near = 0;
        int around = 0;
        for (int i = 0; i < order.length; i++) {
            for (int j = i + 1; j < Math.min(order.length, i + 1 + WINDOW); j++) {
                boolean differ = units[order[i]] == order[i] && units[order[j]] == order[j];
                double distance = differ ? distance(order[i], order[j]) : Double.NaN;
                if (distance <= NEAR) {
                    near++;
                    unite(parents, order[i], order[j]);
                } else if (distance <= RING) {
                    around++;
                }
            }
        }
        for (int i = 0; i < parents.length; i++) {
            parents[i] = root(parents, i);
        }
        return near >= LEAST_PAIRS && near > around && largest(parents) <= Math.max(10, LARGEST_UNIT * rows.length)
                ? parents
                : units;
    }

    private double distance(int a, int b) {
        double most = 0;
        for (double[] number : numbers) {
            most = Math.max(most, Math.abs(number[a] - number[b]));
            if (most > RING) {
                break;
            }
        }
        return most;
    }

    private static void unite(int[] parents, int a, int b) {
        int one = root(parents, a);
        int other = root(parents, b);
        parents[Math.max(one, other)] = Math.min(one, other);
    }

    private static int root(int[] parents, int of) {
        int root = of;
        while (parents[root] != root) {
            root = parents[root];
        }
        return root;
    }

    private static int largest(int[] units) {
        int[] sizes = new int[units.length];
        for (int unit : units) {
            sizes[unit]++;
        }
        return Arrays.stream(sizes).max().orElse(0);
    }

    /// Standard units of a number of many values; a missing one is far from all others. Empty for other
    /// columns.
    private static double[] standard(TableColumn column, int[] rows) {
        if (!(column instanceof NumberColumn numbers)
                || (column.type() != ColumnType.NUMBER && column.type() != ColumnType.INTEGER)) {
            return new double[0];
        }
        double[] picked =
                Arrays.stream(rows).mapToDouble(row -> numbers.values()[row]).toArray();
        double[] known = Arrays.stream(picked).filter(Double::isFinite).toArray();
        if (Arrays.stream(known).distinct().limit(LEAST_VALUES).count() < LEAST_VALUES) {
            return new double[0];
        }
        double mean = Arrays.stream(known).average().orElse(0);
        double deviation = Math.sqrt(
                Arrays.stream(known).map(x -> (x - mean) * (x - mean)).average().orElse(0));
        return deviation == 0
                ? new double[0]
                : Arrays.stream(picked)
                        .map(x -> Double.isFinite(x) ? (x - mean) / deviation : APART)
                        .toArray();
    }
}
