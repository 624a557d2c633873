package dev.signalbox.model.prepare;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.SplitConfig;
import dev.signalbox.contract.config.SplitKind;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.contract.reading.TableReading;
import dev.signalbox.contract.reading.ValueReading;
import dev.signalbox.model.features.DropReason;
import dev.signalbox.model.features.DroppedColumn;
import dev.signalbox.model.table.NearestName;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TableColumn;
import dev.signalbox.model.table.TableRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which columns are read as what.
///
/// @param task what is predicted
/// @param target read as text for classes, as a number otherwise
/// @param splitKind `auto` resolved where a column is named
/// @param splitColumn that divides the rows; null for none
/// @param features that may become features
/// @param dropped that will not
record ColumnPlan(
        Task task,
        TableRequest.Column target,
        SplitKind splitKind,
        TableRequest.@Nullable Column splitColumn,
        List<TableRequest.Column> features,
        List<DroppedColumn> dropped) {

    /// Raises [InvalidInput] where a named column is not there, [DataQuality] where the target cannot be
    /// predicted.
    static ColumnPlan of(PipelineConfig config, DatasetProfile profile) {
        ColumnProfile target = named(config.target(), "target", profile);
        Task task = task(config, profile, target);
        SplitConfig split = config.split();
        ColumnProfile divider = split.column() == null ? null : named(split.column(), "split.column", profile);
        SplitKind kind = kind(split.kind(), divider);
        List<TableRequest.Column> features = new ArrayList<>();
        List<DroppedColumn> dropped = new ArrayList<>();
        for (ColumnProfile column : profile.columns()) {
            DropReason reason = reason(column, config, kind);
            if (reason != null) {
                dropped.add(new DroppedColumn(column.name(), reason));
            } else if (!column.name().equals(config.target())) {
                features.add(new TableRequest.Column(column.name(), column.type()));
            }
        }
        return new ColumnPlan(
                task,
                new TableRequest.Column(target.name(), task.isClassification() ? ColumnType.TEXT : ColumnType.NUMBER),
                kind,
                divider == null ? null : new TableRequest.Column(divider.name(), divider.type()),
                List.copyOf(features),
                List.copyOf(dropped));
    }

    /// Everything that is read of the dataset, each column once.
    List<TableRequest.Column> read() {
        List<TableRequest.Column> columns = new ArrayList<>(features);
        if (splitColumn != null && !columns.contains(splitColumn)) {
            columns.add(splitColumn);
        }
        // The target may divide the rows, too; then it is read a second time, under its own type.
        columns.add(target);
        return columns;
    }

    /// The same with rows divided by one of the features, which leaves them where it names groups.
    ColumnPlan dividedBy(SplitKind kind, TableRequest.Column column) {
        List<TableRequest.Column> left = new ArrayList<>(features);
        List<DroppedColumn> without = new ArrayList<>(dropped);
        if (kind == SplitKind.GROUP) {
            left.remove(column);
            without.add(new DroppedColumn(column.name(), DropReason.GROUPS_ROWS));
        }
        return new ColumnPlan(task, target, kind, column, List.copyOf(left), List.copyOf(without));
    }

    /// What was read, in the order in which this plan reads it.
    Table arranged(Table table) {
        List<TableColumn> columns = new ArrayList<>();
        read().subList(0, read().size() - 1)
                .forEach(column -> columns.add(table.column(column.name()).orElseThrow()));
        columns.add(table.columns().getLast());
        return new Table(columns, table.rowIds());
    }

    /// The columns of what was read that may become features.
    Table features(Table table) {
        return new Table(table.columns().subList(0, features.size()), table.rowIds());
    }

    /// How a feature's column came out of raw rows; as machines write it where that is not known.
    ColumnReading reading(String feature, TableReading readings) {
        ColumnType type = features.stream()
                .filter(column -> column.name().equals(feature))
                .map(TableRequest.Column::type)
                .findFirst()
                .orElseThrow();
        return readings.column(feature)
                .filter(reading -> reading.type() == type)
                .orElseGet(() -> ColumnReading.of(feature, ValueReading.of(type)));
    }

    private static @Nullable DropReason reason(ColumnProfile column, PipelineConfig config, SplitKind kind) {
        if (column.name().equals(config.target())) {
            return null;
        }
        if (column.name().isBlank()) {
            return DropReason.UNNAMED;
        }
        if (kind == SplitKind.GROUP && column.name().equals(config.split().column())) {
            return DropReason.GROUPS_ROWS;
        }
        return config.ignoredColumns().contains(column.name()) ? DropReason.IGNORED : null;
    }

    private static SplitKind kind(SplitKind configured, @Nullable ColumnProfile divider) {
        if (configured != SplitKind.AUTO || divider == null) {
            return configured;
        }
        return divider.type() == ColumnType.DATE || divider.type() == ColumnType.TIMESTAMP
                ? SplitKind.TIME
                : SplitKind.GROUP;
    }

    private static Task task(PipelineConfig config, DatasetProfile profile, ColumnProfile target) {
        boolean number = target.type() == ColumnType.NUMBER || target.type() == ColumnType.INTEGER;
        Task task = config.task() != null ? config.task() : profile.task();
        if (target.missing() >= profile.rows()) {
            throw new DataQuality(
                    "The target '" + target.name() + "' has no value in any of " + profile.rows() + " rows.",
                    "Choose another target, or look at why the column is empty.");
        }
        if (target.distinct() == 1 || task == null) {
            throw new DataQuality(
                    "The target '" + target.name() + "' has the same value in every row; expected at least two values.",
                    "Choose another target, or add rows with other values.");
        }
        if (task == Task.REGRESSION && !number) {
            throw new DataQuality(
                    "The target '" + target.name() + "' is of the type "
                            + target.type().id() + "; expected numbers for a regression.",
                    "Set task to binary or multiclass, or repair the column with parse_as.");
        }
        return task;
    }

    private static ColumnProfile named(String name, String member, DatasetProfile profile) {
        List<String> names = profile.columns().stream().map(ColumnProfile::name).toList();
        return profile.column(name)
                .orElseThrow(() -> new InvalidInput(
                        "The data has no column '" + name + "', which " + member + " names.",
                        NearestName.hint(name, names)));
    }
}
