package dev.signalbox.model.prepare;

import dev.signalbox.contract.config.SplitKind;
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
    private final RepeatedRows repeated;

    Splitter(ColumnPlan plan, Table table, Target target, Shares shares) {
        this(plan, table, target, shares, RepeatedRows.of(plan.features(table), target));
    }

    Splitter(ColumnPlan plan, Table table, Target target, Shares shares, RepeatedRows repeated) {
        this.plan = plan;
        this.table = table;
        this.target = target;
        this.shares = shares;
        this.repeated = repeated;
    }

    /// The division. Depends on the data, the shares and the seed alone. Validation is whole, since folds learn
    /// from it, too; what candidates are compared on is [#judged] of it.
    ///
    /// Raises [DataQuality] where a part would be empty or lack a class that it needs.
    RowSplit split() {
        RowSplit split = switch (plan.splitKind()) {
            case AUTO, STRATIFIED -> stratified();
            case RANDOM -> random(new int[target.labelled().length], 1);
            case TIME -> TimeSplit.split(times(), target.labelled(), shares);
            case GROUP -> GroupSplit.split(divider(), target.labelled(), shares);
        };
        RowSplit held = new RowSplit(split.train(), split.valid(), judged(split.holdout()));
        check(new RowSplit(held.train(), judged(held.valid()), held.holdout()));
        return held;
    }

    /// The folds of what is not held out, where it is little: [Folds] says how little and how it is divided.
    /// None where it is enough, and where a fold would lack a class to learn. Copies teach, but are not
    /// predicted.
    List<FoldRows> folds(RowSplit split) {
        int[] pool = split.pool();
        Folds folds = new Folds(target, pool, shares.seed());
        if (!folds.areNeeded(plan.features().size())) {
            return List.of();
        }
        Optional<List<FoldRows>> divided = switch (plan.splitKind()) {
            case AUTO, STRATIFIED -> folds.random(ofUnits(strata(pool), unitsOf(pool)), strataCount(), unitsOf(pool));
            case RANDOM -> folds.random(new int[pool.length], 1, unitsOf(pool));
            case TIME -> folds.inTime(times());
            case GROUP -> folds.grouped(divider());
        };
        return divided.orElse(List.of()).stream()
                .map(fold -> new FoldRows(fold.train(), judged(fold.valid())))
                .toList();
    }

    /// Rows to be judged by: copies, and rows of a group with one answer, count once.
    int[] judged(int[] rows) {
        int[] different = repeated.firstOnly(rows, target.labelled());
        return plan.splitKind() == SplitKind.GROUP
                ? new OneAnswer(divider(), target, shares.seed()).firstOnly(different)
                : different;
    }

    private RowSplit stratified() {
        if (target.task().isClassification()) {
            refuseRareClasses();
        }
        return random(strata(target.labelled()), strataCount());
    }

    private RowSplit random(int[] strata, int count) {
        int[] units = repeated.units();
        return RandomSplit.split(target.labelled(), ofUnits(strata, units), count, units, shares);
    }

    /// Copies with different targets stay together, too: in the stratum of the first.
    private static int[] ofUnits(int[] strata, int[] units) {
        int[] first = new int[Arrays.stream(units).max().orElse(0) + 1];
        Arrays.fill(first, -1);
        int[] together = new int[strata.length];
        for (int i = 0; i < strata.length; i++) {
            first[units[i]] = first[units[i]] < 0 ? strata[i] : first[units[i]];
            together[i] = first[units[i]];
        }
        return together;
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
        return Arrays.stream(rows)
                .map(row -> repeated.units()[Arrays.binarySearch(target.labelled(), row)])
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
