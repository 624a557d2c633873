package dev.signalbox.model.features;

import dev.signalbox.contract.reading.DateOrder;
import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TableColumn;
import dev.signalbox.model.table.TextColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Fits the transforms of a table's columns. It looks at the training rows and at nothing else, and never at
/// the target: no feature can carry an answer from the rows that judge the model.
public final class FeatureFitter {
    private final Table table;
    private final int[] rows;
    private final Set<String> names = new HashSet<>();

    private FeatureFitter(Table table, int[] rows) {
        this.table = table;
        this.rows = rows;
        table.columns().forEach(column -> names.add(column.name()));
    }

    /// Fits every column of the table.
    ///
    /// @param table the columns that may be features; the target is not among them
    /// @param rows the training rows' places in the table, ascending
    public static Fitting fit(Table table, int[] rows) {
        return new FeatureFitter(table, rows).fit();
    }

    private Fitting fit() {
        List<FittedColumn> columns = new ArrayList<>();
        List<DroppedColumn> dropped = new ArrayList<>();
        for (TableColumn column : table.columns()) {
            switch (fit(column)) {
                case Fitted.Kept kept -> columns.add(kept.column());
                case Fitted.Dropped without -> dropped.add(new DroppedColumn(column.name(), without.reason()));
            }
        }
        return new Fitting(List.copyOf(columns), List.copyOf(dropped));
    }

    private Fitted fit(TableColumn column) {
        return switch (column) {
            case NumberColumn numbers -> number(numbers);
            case TextColumn texts -> TextFitter.fit(texts, rows, this::unique);
        };
    }

    private Fitted number(NumberColumn column) {
        DropReason reason = NumberChecks.dropped(column, rows, table.rowIds());
        if (reason != null) {
            return new Fitted.Dropped(reason);
        }
        return switch (column.type()) {
            case NUMBER, INTEGER, TEXT -> new Fitted.Kept(new FittedColumn.Quantity(column.name()));
            case BOOLEAN -> new Fitted.Kept(new FittedColumn.Flag(column.name()));
            case DATE, TIMESTAMP ->
                MomentFitter.fit(column.name(), DateOrder.UNAMBIGUOUS, false, picked(column.values()), this::unique);
        };
    }

    private double[] picked(double[] values) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    /// A feature's name that no other feature and no column has.
    private String unique(String wanted) {
        String name = wanted;
        for (int i = 2; !names.add(name); i++) {
            name = wanted + "~" + i;
        }
        return name;
    }
}
