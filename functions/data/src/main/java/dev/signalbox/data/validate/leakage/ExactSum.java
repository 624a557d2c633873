package dev.signalbox.data.validate.leakage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A numeric target that is the sum or difference of two or three columns in every row, such as all users out
/// of registered and casual ones.
///
/// The columns that come in with a plus contain the target or are its parts, and were counted with it; those
/// that are taken off are known for themselves. Sums are tried one by one, which is cheap since nearly every
/// attempt ends at the first row.
final class ExactSum {
    private static final int LEAST_ROWS = 30;
    private static final int MOST_FOR_TRIPLES = 100;
    private static final double ROUNDING = 1e-9;
    private static final int[][] PAIRS = {{1, 1}, {1, -1}, {-1, 1}};
    private static final int[][] TRIPLES = {
        {1, 1, 1}, {1, 1, -1}, {1, -1, 1}, {-1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}
    };

    private final double[] target;
    private final List<double[]> columns;

    /// @param target NaN where missing
    /// @param columns that vary, each with a value by row
    ExactSum(double[] target, List<double[]> columns) {
        this.target = target;
        this.columns = columns;
    }

    /// What adds up to the target.
    ///
    /// @param added places of the columns with a plus
    /// @param taken places of the columns with a minus
    /// @param rows that it holds for: all with values
    record Sum(List<Integer> added, List<Integer> taken, int rows) {}

    /// The sum, the shortest first; empty where there is none.
    Optional<Sum> find() {
        for (int a = 0; a < columns.size(); a++) {
            for (int b = a + 1; b < columns.size(); b++) {
                Optional<Sum> pair = first(PAIRS, a, b);
                if (pair.isPresent()) {
                    return pair;
                }
            }
        }
        return columns.size() > MOST_FOR_TRIPLES ? Optional.empty() : triple();
    }

    private Optional<Sum> triple() {
        for (int a = 0; a < columns.size(); a++) {
            for (int b = a + 1; b < columns.size(); b++) {
                for (int c = b + 1; c < columns.size(); c++) {
                    Optional<Sum> triple = first(TRIPLES, a, b, c);
                    if (triple.isPresent()) {
                        return triple;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Sum> first(int[][] signs, int... places) {
        for (int[] sign : signs) {
            int rows = rowsOf(sign, places);
            if (rows >= LEAST_ROWS) {
                return Optional.of(new Sum(chosen(1, sign, places), chosen(-1, sign, places), rows));
            }
        }
        return Optional.empty();
    }

    /// Rows with all values; -1 where one of them does not add up.
    private int rowsOf(int[] signs, int[] places) {
        int rows = 0;
        for (int row = 0; row < target.length; row++) {
            double sum = 0;
            double size = Math.abs(target[row]);
            for (int i = 0; i < places.length; i++) {
                double value = columns.get(places[i])[row];
                sum += signs[i] * value;
                size += Math.abs(value);
            }
            if (Math.abs(sum - target[row]) > ROUNDING * size) {
                return -1;
            }
            rows += Double.isFinite(sum) && Double.isFinite(target[row]) ? 1 : 0;
        }
        return rows;
    }

    private static List<Integer> chosen(int wanted, int[] signs, int[] places) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < signs.length; i++) {
            if (signs[i] == wanted) {
                chosen.add(places[i]);
            }
        }
        return chosen;
    }
}
