package dev.signalbox.model.prepare;

import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TableColumn;
import dev.signalbox.model.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Divides rows before anything else looks at them.
final class Splitter {
    private final ColumnPlan plan;
    private final Table table;
    private final Target target;
    private final Shares shares;

    Splitter(ColumnPlan plan, Table table, Target target, Shares shares) {
        this.plan = plan;
        this.table = table;
        this.target = target;
        this.shares = shares;
    }

    /// The division. Depends on the data, the shares and the seed alone.
    ///
    /// Raises [DataQuality] where a part would be empty or lack a class that it needs.
    RowSplit split() {
        RowSplit split = switch (plan.splitKind()) {
            case AUTO, STRATIFIED -> stratified();
            case RANDOM -> random(new int[target.labelled().length], 1);
            case TIME -> TimeSplit.split(times(), target.labelled(), shares);
            case GROUP -> GroupSplit.split(divider(), target.labelled(), shares);
        };
        check(split);
        return split;
    }

    /// The folds of what is not held out, where it is little: [Folds] says how little and how it is divided.
    /// None where it is enough, and where a fold would lack a class to learn.
    List<FoldRows> folds(RowSplit split) {
        int[] pool = split.pool();
        Folds folds = new Folds(target, pool, shares.seed());
        if (!folds.areNeeded(plan.features().size())) {
            return List.of();
        }
        Optional<List<FoldRows>> divided = switch (plan.splitKind()) {
            case AUTO, STRATIFIED -> folds.random(strata(pool), strataCount(), unitsOf(pool));
            case RANDOM -> folds.random(new int[pool.length], 1, unitsOf(pool));
            case TIME -> folds.inTime(times());
            case GROUP -> folds.grouped(divider());
        };
        return divided.orElse(List.of());
    }

    private RowSplit stratified() {
        if (target.task().isClassification()) {
            refuseRareClasses();
        }
        return random(strata(target.labelled()), strataCount());
    }

    private RowSplit random(int[] strata, int count) {
        int[] units = DuplicateRows.units(table, target);
        return RandomSplit.split(target.labelled(), strata, count, units, shares);
    }

    private int[] strata(int[] rows) {
        double[] values = target.of(rows);
        return target.task().isClassification()
                ? Arrays.stream(values).mapToInt(code -> (int) code).toArray()
                : Strata.ofNumbers(values);
    }

    private int strataCount() {
        return target.task().isClassification() ? target.classes().size() : Strata.MOST;
    }

    private int[] unitsOf(int[] rows) {
        int[] units = DuplicateRows.units(table, target);
        return Arrays.stream(rows)
                .map(row -> units[Arrays.binarySearch(target.labelled(), row)])
                .toArray();
    }

    private void refuseRareClasses() {
        int least = shares.holdout() == 0 ? 2 : 3;
        int[] counts = target.counts(target.labelled());
        List<String> rare = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] < least) {
                rare.add("'" + target.classes().get(code) + "' (" + counts[code] + ")");
            }
        }
        if (!rare.isEmpty()) {
            throw new DataQuality(
                    "Too few rows of the class " + String.join(", ", rare.subList(0, Math.min(5, rare.size())))
                            + (rare.size() > 5 ? " and " + (rare.size() - 5) + " more" : "") + "; expected at least "
                            + least + " of each, one for each part of the split.",
                    "Add rows, map the label to another with the repair map_labels, or drop its rows with drop_rows.");
        }
    }

    private TableColumn divider() {
        return table.column(String.valueOf(
                        plan.splitColumn() == null ? null : plan.splitColumn().name()))
                .orElseThrow();
    }

    private double[] times() {
        return switch (divider()) {
            case NumberColumn numbers -> numbers.values();
            case TextColumn texts ->
                throw new InvalidInput(
                        "split.column '" + texts.name() + "' is text; expected dates or numbers to divide by time.",
                        "Repair the column with parse_as date, or choose another column.");
        };
    }

    private void check(RowSplit split) {
        boolean noHoldout = shares.holdout() > 0 && split.holdout().length == 0;
        if (split.train().length == 0 || split.valid().length == 0 || noHoldout) {
            throw new DataQuality(
                    "The split gives " + split.train().length + " rows for training, " + split.valid().length
                            + " for validation and " + split.holdout().length
                            + " for the holdout; expected some of each.",
                    "Divide by a column with more different values, or change the fractions.");
        }
        if (target.task().isClassification()) {
            checkClasses(split);
        }
    }

    private void checkClasses(RowSplit split) {
        int[] counts = target.counts(split.train());
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] == 0) {
                throw new DataQuality(
                        "The training part has no row of the class '"
                                + target.classes().get(code) + "'.",
                        "Divide the rows in another way (split.kind), or add rows of that class.");
            }
        }
        needsTwoClasses("validation", split.valid());
        needsTwoClasses("holdout", split.holdout());
    }

    private void needsTwoClasses(String part, int[] rows) {
        long present =
                Arrays.stream(target.counts(rows)).filter(count -> count > 0).count();
        if (rows.length > 0 && present < 2) {
            throw new DataQuality(
                    "The " + part + " part has rows of one class only; expected at least two.",
                    "Divide the rows in another way (split.kind), or add rows.");
        }
    }
}
