package dev.signalbox.contract.reading;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.ColumnType;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a repair did to the values of a column, with everything that was decided when it was carried out, so
/// that it does the same to any other row. A value is looked at as the text that a typed value has, such as
/// `1.5`, `true` or `2024-12-25`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ColumnRepair.Parsed.class, name = "parsed"),
    @JsonSubTypes.Type(value = ColumnRepair.Mapped.class, name = "mapped"),
    @JsonSubTypes.Type(value = ColumnRepair.Clipped.class, name = "clipped"),
    @JsonSubTypes.Type(value = ColumnRepair.Measured.class, name = "measured")
})
public sealed interface ColumnRepair {
    /// Text was read as another type; what cannot be read is missing.
    ///
    /// @param reading that the column's texts asked for
    record Parsed(ValueReading reading) implements ColumnRepair {
        public Parsed {
            Require.present(reading, "reading");
        }
    }

    /// Labels were replaced.
    ///
    /// @param labels from the found to the wanted text; an empty wanted one is missing
    /// @param as the type of the column since then
    record Mapped(SortedMap<String, String> labels, ColumnType as) implements ColumnRepair {
        public Mapped {
            Require.present(labels, "labels");
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
            Require.present(as, "as");
        }
    }

    /// Values were moved into a range.
    ///
    /// @param low least value kept; whole in a column of whole numbers
    /// @param high greatest value kept, likewise
    record Clipped(double low, double high) implements ColumnRepair {}

    /// Text of a number with its unit was read as a number in one unit; what cannot be read is missing.
    ///
    /// @param factors from a unit in lower case to what its numbers are multiplied with
    /// @param commaDecimal whether `,` is the decimal sign
    record Measured(SortedMap<String, Double> factors, boolean commaDecimal) implements ColumnRepair {
        public Measured {
            Require.present(factors, "factors");
            factors = Collections.unmodifiableSortedMap(new TreeMap<>(factors));
        }
    }
}
