package dev.signalbox.contract.action;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.signalbox.contract.Require;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A change of the dataset that is known to be safe to carry out. Column names and labels are data: they
/// select, they are never executed.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Repair.DropColumn.class, name = "drop_column"),
    @JsonSubTypes.Type(value = Repair.RenameColumn.class, name = "rename_column"),
    @JsonSubTypes.Type(value = Repair.DropDuplicates.class, name = "drop_duplicates"),
    @JsonSubTypes.Type(value = Repair.ParseAs.class, name = "parse_as"),
    @JsonSubTypes.Type(value = Repair.MapLabels.class, name = "map_labels"),
    @JsonSubTypes.Type(value = Repair.ClipOutliers.class, name = "clip_outliers"),
    @JsonSubTypes.Type(value = Repair.DropRows.class, name = "drop_rows"),
    @JsonSubTypes.Type(value = Repair.ParseQuantities.class, name = "parse_quantities")
})
public sealed interface Repair {
    /// Takes a column out, for instance one that leaks the target.
    ///
    /// @param column as it stands in the data
    record DropColumn(String column) implements Repair {
        public DropColumn {
            Require.notBlank(column, "column");
        }
    }

    /// Gives a column the name that the contract knows.
    ///
    /// @param from as it stands in the data
    /// @param to as the contract has it
    record RenameColumn(String from, String to) implements Repair {
        public RenameColumn {
            Require.notBlank(from, "from");
            Require.notBlank(to, "to");
        }
    }

    /// Keeps the first of rows that are equal in every column.
    record DropDuplicates() implements Repair {}

    /// Reads a text column as another type; values that cannot be read become missing and are counted.
    ///
    /// @param column as it stands in the data
    /// @param as the wanted type
    record ParseAs(String column, ColumnType as) implements Repair {
        public ParseAs {
            Require.notBlank(column, "column");
            Require.present(as, "as");
        }
    }

    /// Replaces labels, for instance several spellings by one.
    ///
    /// @param column as it stands in the data
    /// @param labels from the found to the wanted label, at least one and at most 1,000
    record MapLabels(String column, SortedMap<String, String> labels) implements Repair {
        public MapLabels {
            Require.notBlank(column, "column");
            Require.present(labels, "labels");
            Require.inRange(labels.size(), 1, 1_000, "labels");
            labels = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        }
    }

    /// Moves values outside a range to its ends.
    ///
    /// @param column as it stands in the data
    /// @param low least value kept
    /// @param high greatest value kept
    record ClipOutliers(String column, double low, double high) implements Repair {
        public ClipOutliers {
            Require.notBlank(column, "column");
            Require.that(low < high, "low is " + low + "; expected less than high, " + high);
        }
    }

    /// Takes rows out that match a condition.
    ///
    /// @param column as it stands in the data
    /// @param condition which rows
    /// @param labels for `in`: the values whose rows go; otherwise empty
    record DropRows(String column, RowCondition condition, List<String> labels) implements Repair {
        public DropRows {
            Require.notBlank(column, "column");
            Require.present(condition, "condition");
            labels = Require.listOrEmpty(labels);
            Require.that(
                    (condition == RowCondition.IN) != labels.isEmpty(),
                    "labels go with the condition 'in' and only with it");
        }
    }

    /// Reads a text column of numbers with units, such as `12 kg` and `900 g`, as numbers in one unit; values
    /// that cannot be read become missing and are counted.
    ///
    /// @param column as it stands in the data
    /// @param factors from a unit in lower case, empty for a bare number, to what its numbers are multiplied
    ///     with: above 0 and at most 1e12; at least one and at most 20
    record ParseQuantities(String column, SortedMap<String, Double> factors) implements Repair {
        public ParseQuantities {
            Require.notBlank(column, "column");
            Require.present(factors, "factors");
            Require.inRange(factors.size(), 1, 20, "factors");
            factors.forEach((unit, factor) -> Require.that(
                    factor != null && factor > 0 && factor <= 1e12,
                    "the factor of '" + unit + "' is " + factor + "; expected above 0 and at most 1e12"));
            factors = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(factors));
        }
    }
}
