package dev.signalbox.model.prepare;

import dev.signalbox.model.table.RowHash;
import dev.signalbox.model.table.TableColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Divides what is not held out into five folds, where that is fewer than 1,000 rows: a fifth of so few rows
/// is too little to tell candidates apart, so each row is predicted by a model that did not see it.
///
/// The number of folds is the usual compromise between bias and work (Breiman and Spector, Submodel selection
/// and evaluation in regression, International Statistical Review 60, 1992; Kohavi, A study of
/// cross-validation and bootstrap, IJCAI 1995, who also finds strata better). The bound of rows is the one
/// below which Azure's automated machine learning spends most on cross-validation (Configure training,
/// validation, cross-validation and test data in automated machine learning, Microsoft Learn); above it an
/// interval of a fifth of the rows is narrow enough, and training six times over is not.
///
/// A table so wide that the folds would take a lot of memory is divided once, whatever its rows.
///
/// Folds keep to the rules of the split. Of rows in time, the earlier half always teaches, and each fifth of
/// the later half is predicted from all that came before it (Hyndman and Athanasopoulos, Forecasting:
/// Principles and Practice, 3rd edition, section 5.10); the earlier half is not predicted.
final class Folds {
    /// Rows from which one division into training and validation serves.
    static final int ENOUGH_ROWS = 1_000;

    static final int COUNT = 5;
    /// Cells of all folds together: what the boosters of all folds, learning side by side, should not exceed.
    private static final long MOST_CELLS = 20_000_000;

    private static final long SALT = 0x464f4c44L;

    private final Target target;
    private final int[] pool;
    private final long seed;

    /// @param pool rows that are not held out, ascending
    Folds(Target target, int[] pool, long seed) {
        this.target = target;
        this.pool = pool;
        this.seed = RowHash.mix(seed, SALT);
    }

    /// Whether the rows are few, and their folds of a size to be handled together.
    ///
    /// @param columns that may be features
    boolean areNeeded(int columns) {
        return pool.length < ENOUGH_ROWS && (long) pool.length * columns * COUNT <= MOST_CELLS;
    }

    /// Each stratum is dealt out in turn.
    ///
    /// @param strata one a row of the pool, from 0 to `count - 1`
    /// @param units one a row of the pool: rows with the same number stay together
    Optional<List<FoldRows>> random(int[] strata, int count, int[] units) {
        int[] foldOf = new int[pool.length];
        int next = 0;
        for (int stratum = 0; stratum < count; stratum++) {
            int wanted = stratum;
            int[] shuffled = IntStream.range(0, pool.length)
                    .filter(i -> strata[i] == wanted)
                    .boxed()
                    .sorted((a, b) -> compare(a, b, units))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int i = 0; i < shuffled.length; i++) {
                // Strata go on where the last one ended, or small ones would all lack the last folds.
                next += i > 0 && units[shuffled[i]] == units[shuffled[i - 1]] ? 0 : 1;
                foldOf[shuffled[i]] = next % COUNT;
            }
        }
        return learnable(COUNT, foldOf);
    }

    private int compare(int a, int b, int[] units) {
        int byUnit = Long.compare(RowHash.mix(seed, units[a]), RowHash.mix(seed, units[b]));
        return byUnit != 0 ? byUnit : Integer.compare(a, b);
    }

    /// The rows of a group stay together: the largest group first, each to the fold with the fewest rows.
    Optional<List<FoldRows>> grouped(TableColumn column) {
        List<List<Integer>> groups = GroupSplit.groups(column, pool, seed);
        int count = Math.min(COUNT, groups.size());
        if (count < 2) {
            return Optional.empty();
        }
        groups.sort((a, b) -> Integer.compare(b.size(), a.size()));
        int[] foldOf = new int[pool.length];
        int[] sizes = new int[count];
        for (List<Integer> group : groups) {
            int fold = smallest(sizes);
            sizes[fold] += group.size();
            group.forEach(i -> foldOf[i] = fold);
        }
        return learnable(count, foldOf);
    }

    private static int smallest(int[] sizes) {
        int smallest = 0;
        for (int fold = 1; fold < sizes.length; fold++) {
            smallest = sizes[fold] < sizes[smallest] ? fold : smallest;
        }
        return smallest;
    }

    /// Rows of one instant stay together.
    ///
    /// @param times one a row of the table; NaN is missing
    Optional<List<FoldRows>> inTime(double[] times) {
        double[] of = Arrays.stream(pool)
                .mapToDouble(row -> TimeSplit.time(times, row))
                .toArray();
        double[] sorted = of.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        int[] foldOf = new int[pool.length];
        Arrays.fill(foldOf, -1);
        for (int fold = 0; fold < COUNT; fold++) {
            double start = sorted[half + fold * (sorted.length - half) / COUNT];
            for (int i = 0; i < foldOf.length; i++) {
                foldOf[i] = of[i] >= start ? fold : foldOf[i];
            }
        }
        List<FoldRows> folds = new ArrayList<>();
        for (int fold = 0; fold < COUNT; fold++) {
            int wanted = fold;
            folds.add(new FoldRows(rows(i -> foldOf[i] < wanted), rows(i -> foldOf[i] == wanted)));
        }
        folds.removeIf(fold -> fold.valid().length == 0);
        return learnable(folds);
    }

    private Optional<List<FoldRows>> learnable(int count, int[] foldOf) {
        List<FoldRows> folds = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            int wanted = fold;
            folds.add(new FoldRows(rows(i -> foldOf[i] != wanted), rows(i -> foldOf[i] == wanted)));
        }
        return learnable(folds);
    }

    /// None at all where a fold could not be learned from or says nothing.
    private Optional<List<FoldRows>> learnable(List<FoldRows> folds) {
        boolean sound =
                folds.size() > 1 && folds.stream().allMatch(fold -> fold.valid().length > 0 && hasAll(fold.train()));
        return sound ? Optional.of(List.copyOf(folds)) : Optional.empty();
    }

    private boolean hasAll(int[] rows) {
        return target.task().isClassification()
                ? Arrays.stream(target.counts(rows)).allMatch(count -> count > 0)
                : Arrays.stream(target.of(rows)).distinct().limit(2).count() == 2;
    }

    private int[] rows(IntPredicate isIn) {
        return IntStream.range(0, pool.length).filter(isIn).map(i -> pool[i]).toArray();
    }
}
