package dev.signalbox.model.prepare;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.model.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Rows that repeat others in every feature, exactly or nearly.
///
/// Copies on both sides of the split are recognised instead of predicted, so rows of one unit stay together,
/// whatever their targets are. Where repeats are copies ([CopyTest]), validation and holdout keep the first
/// row of each unit alone: the others say nothing new, and a test that takes them for independent rows is too
/// sure. In a table of few categories equal rows are observations of their own; there up to a fifth of them
/// is kept together and counted in full, and more than that stand alone, since keeping them together would
/// take whole cells of the table out of training.
///
/// @param units for each labelled row the index of the first row of its unit; its own index where it is alone
/// @param copies rows that repeat another one and are no coincidence
/// @param near those of the copies that are not equal in every feature
// Copying arrays for value semantics would double the memory of a stage; equality is never asked for.
@SuppressWarnings("ArrayRecordComponent")
record RepeatedRows(int[] units, int copies, int near) {
    private static final double MOST_COINCIDENCES = 0.2;

    /// @param features the columns that may be features
    static RepeatedRows of(Table features, Target target) {
        RowHashes hashes = RowHashes.of(features, target.labelled());
        int[] units = hashes.units();
        int exact = repeats(units);
        boolean copied = exact > 0 && CopyTest.areCopies(hashes);
        int[] joined = copied || exact == 0 ? NearCopies.join(features, target.labelled(), units) : units;
        int all = repeats(joined);
        if (copied || all > exact) {
            return new RepeatedRows(joined, all, all - exact);
        }
        return new RepeatedRows(exact <= MOST_COINCIDENCES * units.length ? units : alone(units.length), 0, 0);
    }

    /// Those of some rows that are no copy of another one.
    ///
    /// @param rows places in the table
    /// @param labelled places of the rows that the units are of, ascending
    int[] firstOnly(int[] rows, int[] labelled) {
        return copies == 0
                ? rows
                : Arrays.stream(rows)
                        .filter(row -> {
                            int index = Arrays.binarySearch(labelled, row);
                            return units[index] == index;
                        })
                        .toArray();
    }

    /// What there is to say about it.
    List<Finding> findings() {
        if (copies == 0) {
            return List.of();
        }
        double share = (double) copies / units.length;
        return List.of(new Finding(
                FindingCode.REPEATED_ROWS,
                Severity.WARNING,
                null,
                copies + " of " + units.length + " rows repeat another row in every feature"
                        + (near == 0 ? "" : ", " + near + " of them nearly") + "; expected each once. Repeats stay on"
                        + " one side of the split, and validation and holdout count each row once. Drop them, or look"
                        + " at why they are there.",
                new TreeMap<>(Map.of("rows", (double) copies, "share", share, "near", (double) near)),
                List.of()));
    }

    private static int repeats(int[] units) {
        return (int) IntStream.range(0, units.length).filter(i -> units[i] != i).count();
    }

    private static int[] alone(int count) {
        return IntStream.range(0, count).toArray();
    }
}
