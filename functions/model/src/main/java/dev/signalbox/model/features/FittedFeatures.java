package dev.signalbox.model.features;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.signalbox.contract.Require;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.model.matrix.Feature;
import java.util.List;

/// features.json: everything that is needed to turn rows into the numbers that a model was trained on.
///
/// @param version of this format; 1
/// @param task what is predicted
/// @param target the target's column
/// @param classes labels in the order of their codes; empty for regression
/// @param columns in the order of their features; at least one
/// @param dropped columns that are no features, with reasons
/// @param readings one a column, in their order: how a raw row's cell becomes the value that the column had
///     in training, repairs included; empty where an earlier version fitted it
public record FittedFeatures(
        int version,
        Task task,
        String target,
        List<String> classes,
        List<FittedColumn> columns,
        List<DroppedColumn> dropped,
        List<ColumnReading> readings) {
    /// The version that this code writes and reads.
    public static final int VERSION = 1;

    public FittedFeatures {
        Require.that(version == VERSION, "version is " + version + "; expected " + VERSION);
        Require.present(task, "task");
        Require.notBlank(target, "target");
        classes = Require.listOrEmpty(classes);
        columns = Require.listOrEmpty(columns);
        dropped = Require.listOrEmpty(dropped);
        Require.that(!columns.isEmpty(), "columns is empty; expected one or more");
        readings = readings == null || readings.isEmpty()
                ? columns.stream().map(FittedColumn::unrepaired).toList()
                : List.copyOf(readings);
        Require.that(
                readings.stream()
                        .map(ColumnReading::column)
                        .toList()
                        .equals(columns.stream().map(FittedColumn::source).toList()),
                "readings are " + readings.size() + "; expected one for each of " + columns.size()
                        + " columns, in their order");
    }

    /// Of columns that nobody repaired and that are read as machines write them.
    public FittedFeatures(
            int version,
            Task task,
            String target,
            List<String> classes,
            List<FittedColumn> columns,
            List<DroppedColumn> dropped) {
        this(version, task, target, classes, columns, dropped, List.of());
    }

    /// The columns of the matrix, in order.
    @JsonIgnore
    public List<Feature> features() {
        return columns.stream().flatMap(column -> column.features().stream()).toList();
    }
}
