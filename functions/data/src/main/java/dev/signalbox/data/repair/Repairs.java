package dev.signalbox.data.repair;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.reading.ColumnRepair;
import dev.signalbox.contract.reading.ValueReading;
import dev.signalbox.contract.stage.RepairEffect;
import dev.signalbox.data.duckdb.ColumnTypes;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.Sql;
import dev.signalbox.runtime.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Carries repairs out, one after the other. Columns of a holdout are repaired alike; its rows stay, since
/// who drops rows of a holdout chooses what is measured.
final class Repairs {
    private final DuckSession duck;
    private final RepairTable table;
    private final @Nullable RepairTable holdout;
    private final RepairRecord repaired;

    /// @param holdout null where none was brought
    /// @param repaired where it is written down what the columns need again when rows are scored
    Repairs(DuckSession duck, RepairTable table, @Nullable RepairTable holdout, RepairRecord repaired) {
        this.duck = duck;
        this.table = table;
        this.holdout = holdout;
        this.repaired = repaired;
    }

    /// Carries one out and tells what it did to the dataset (not to the holdout).
    RepairEffect apply(Repair repair) {
        return switch (repair) {
            case Repair.DropColumn drop -> new RepairEffect(repair, 0, 0, dropColumn(drop));
            case Repair.RenameColumn rename -> new RepairEffect(repair, rename(rename), 0, 0);
            case Repair.DropDuplicates _ -> new RepairEffect(repair, 0, dropDuplicates(), 0);
            case Repair.ParseAs parse -> new RepairEffect(repair, parse(parse), 0, 0);
            case Repair.MapLabels map -> new RepairEffect(repair, mapLabels(map), 0, 0);
            case Repair.ClipOutliers clip -> new RepairEffect(repair, clip(clip), 0, 0);
            case Repair.DropRows drop -> new RepairEffect(repair, 0, dropRows(drop), 0);
            case Repair.ParseQuantities parse -> new RepairEffect(repair, parseQuantities(parse), 0, 0);
        };
    }

    private long dropColumn(Repair.DropColumn drop) {
        table.column(drop.column());
        if (table.width() == 1) {
            throw new InvalidInput(
                    "The column '" + drop.column() + "' is the only one left; expected a table that keeps a column.",
                    "Reject or quarantine the data instead.");
        }
        each(target -> {
            List<TableColumn> kept = new ArrayList<>(target.columns());
            kept.remove(target.column(drop.column()));
            target.project(
                    kept,
                    kept.stream().map(column -> Sql.identifier(column.name())).toList());
        });
        repaired.dropped(drop.column());
        return 1;
    }

    private long rename(Repair.RenameColumn rename) {
        table.column(rename.from());
        boolean onlyCase = rename.from().equalsIgnoreCase(rename.to());
        if (table.has(rename.to()) && !onlyCase) {
            throw new InvalidInput(
                    "The dataset has a column '" + rename.to() + "' already; expected a free name for '" + rename.from()
                            + "'.",
                    "Drop or rename that column first.");
        }
        each(target -> {
            List<TableColumn> next = new ArrayList<>();
            for (TableColumn column : target.columns()) {
                boolean same = column.name().equals(rename.from());
                next.add(same ? new TableColumn(rename.to(), column.type()) : column);
            }
            target.project(
                    next,
                    target.columns().stream()
                            .map(column -> Sql.identifier(column.name()))
                            .toList());
        });
        repaired.renamed(rename.from(), rename.to());
        return 0;
    }

    private long dropDuplicates() {
        long removed = table.rows() - table.distinctRows();
        if (removed > 0) {
            table.keepFirstOfEqual();
        }
        return removed;
    }

    private long parse(Repair.ParseAs parse) {
        TableColumn column = table.column(parse.column());
        if (column.type() == parse.as()) {
            return 0;
        }
        // The dataset alone says how it is read: what is learned from must not depend on the holdout.
        ValueReading reading = ParsedValues.reading(table.distinctTexts(column), parse.as());
        ParsedValues parsed = ParsedValues.load(duck, texts(column), reading);
        return replaceBy(parsed, column, parse.as(), new ColumnRepair.Parsed(reading));
    }

    private long parseQuantities(Repair.ParseQuantities parse) {
        TableColumn column = table.column(parse.column());
        if (column.type() != ColumnType.TEXT) {
            throw new InvalidInput(
                    "The column '" + parse.column() + "' is " + column.type().id() + "; expected text with units.",
                    "Leave it as it is.");
        }
        List<String> numbers = table.distinctTexts(column).stream()
                .flatMap(text -> Quantity.of(text).stream())
                .map(Quantity::number)
                .toList();
        boolean comma = ParsedValues.reading(numbers, ColumnType.NUMBER).commaDecimal();
        ParsedValues parsed = ParsedValues.load(
                duck, texts(column), ColumnType.NUMBER, text -> Quantity.read(text, parse.factors(), comma));
        return replaceBy(parsed, column, ColumnType.NUMBER, new ColumnRepair.Measured(parse.factors(), comma));
    }

    /// Tells how many values are lost.
    private long replaceBy(ParsedValues parsed, TableColumn column, ColumnType type, ColumnRepair repair) {
        long lost = table.count(parsed.lost(column));
        each(target -> {
            TableColumn own = target.column(column.name());
            target.replace(own, parsed.value(), type, parsed.join(own));
        });
        repaired.repaired(column.name(), repair);
        return lost;
    }

    /// The values of the dataset and the holdout.
    private List<String> texts(TableColumn column) {
        List<String> texts = new ArrayList<>(table.distinctTexts(column));
        if (holdout != null) {
            texts.addAll(holdout.distinctTexts(holdout.column(column.name())));
        }
        return texts.stream().distinct().toList();
    }

    private long mapLabels(Repair.MapLabels map) {
        TableColumn column = table.column(map.column());
        String text = text(column);
        SortedMap<String, String> typedLabels =
                column.type() == ColumnType.TEXT ? null : WantedLabels.typed(map.labels(), column.type());
        SortedMap<String, String> labels = typedLabels == null ? map.labels() : typedLabels;
        ColumnType type = typedLabels == null ? ColumnType.TEXT : column.type();
        String when = labels.entrySet().stream()
                .map(entry -> " WHEN " + Sql.literal(entry.getKey()) + " THEN " + wanted(entry))
                .collect(Collectors.joining());
        String mapped = "CASE " + text + when + " ELSE " + text + " END";
        long changed = table.count(mapped + " IS DISTINCT FROM " + text);
        String value = typedLabels == null ? mapped : "CAST(" + mapped + " AS " + ColumnTypes.sql(type) + ")";
        each(target -> target.replace(target.column(map.column()), value, type, ""));
        repaired.repaired(map.column(), new ColumnRepair.Mapped(labels, type));
        return changed;
    }

    /// An empty wanted label means that the value is missing.
    private static String wanted(Map.Entry<String, String> entry) {
        return entry.getValue().isEmpty() ? "NULL" : Sql.literal(entry.getValue());
    }

    private long clip(Repair.ClipOutliers clip) {
        TableColumn column = table.column(clip.column());
        if (column.type() != ColumnType.NUMBER && column.type() != ColumnType.INTEGER) {
            throw new InvalidInput(
                    "The column '" + clip.column() + "' is " + column.type().id() + "; expected numbers to clip.",
                    "Use parse_as first.");
        }
        boolean whole = column.type() == ColumnType.INTEGER;
        ColumnRepair.Clipped bounds = new ColumnRepair.Clipped(
                whole ? Math.ceil(clip.low()) : clip.low(), whole ? Math.floor(clip.high()) : clip.high());
        String low = Sql.literal(bounds.low());
        String high = Sql.literal(bounds.high());
        String name = Sql.identifier(column.name());
        String outside = name + " < " + low + " OR " + name + " > " + high;
        long changed = table.count(outside);
        String value = "CASE WHEN " + name + " < " + low + " THEN " + low + " WHEN " + name + " > " + high + " THEN "
                + high + " ELSE " + name + " END";
        String typed =
                whole ? "CASE WHEN " + outside + " THEN CAST(" + value + " AS BIGINT) ELSE " + name + " END" : value;
        each(target -> target.replace(target.column(clip.column()), typed, column.type(), ""));
        repaired.repaired(clip.column(), bounds);
        return changed;
    }

    private long dropRows(Repair.DropRows drop) {
        TableColumn column = table.column(drop.column());
        String name = Sql.identifier(column.name());
        String condition = drop.condition() == RowCondition.MISSING
                ? name + " IS NULL"
                : "coalesce(" + text(column) + " IN ("
                        + drop.labels().stream().map(Sql::literal).collect(Collectors.joining(", ")) + "), false)";
        long removed = table.count(condition);
        if (removed > 0) {
            table.keep("NOT (" + condition + ")");
        }
        return removed;
    }

    private static String text(TableColumn column) {
        return "CAST(" + Sql.identifier(column.name()) + " AS VARCHAR)";
    }

    private void each(Consumer<RepairTable> change) {
        change.accept(table);
        if (holdout != null) {
            change.accept(holdout);
        }
    }
}
