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

    private RowSplit stratified() {
        if (!target.task().isClassification()) {
            int[] strata = Strata.ofNumbers(target.of(target.labelled()));
            return random(strata, Strata.MOST);
        }
        refuseRareClasses();
        double[] codes = target.of(target.labelled());
        int[] strata = new int[codes.length];
        for (int i = 0; i < codes.length; i++) {
            strata[i] = (int) codes[i];
        }
        return random(strata, target.classes().size());
    }

    private RowSplit random(int[] strata, int count) {
        int[] units = DuplicateRows.units(table, target);
        return RandomSplit.split(target.labelled(), strata, count, units, shares);
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
