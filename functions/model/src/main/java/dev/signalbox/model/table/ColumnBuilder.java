package dev.signalbox.model.table;

import dev.signalbox.contract.action.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects a column while rows stream by.
abstract sealed class ColumnBuilder {
    abstract void add(ResultSet row, int place, int index) throws SQLException;

    abstract TableColumn build();

    static ColumnBuilder of(String name, ColumnType type, int rows) {
        return type == ColumnType.TEXT ? new Texts(name, rows) : new Numbers(name, type, rows);
    }

    /// Anything that is a double in the end.
    private static final class Numbers extends ColumnBuilder {
        private final String name;
        private final ColumnType type;
        private final double[] values;

        Numbers(String name, ColumnType type, int rows) {
            this.name = name;
            this.type = type;
            this.values = new double[rows];
        }

        @Override
        void add(ResultSet row, int place, int index) throws SQLException {
            double value = row.getDouble(place);
            values[index] = row.wasNull() || !Double.isFinite(value) ? Double.NaN : value;
        }

        @Override
        TableColumn build() {
            return new NumberColumn(name, type, values);
        }
    }

    /// Texts, each kept once.
    private static final class Texts extends ColumnBuilder {
        private final String name;
        private final int[] codes;
        private final List<String> values = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();

        Texts(String name, int rows) {
            this.name = name;
            this.codes = new int[rows];
        }

        @Override
        void add(ResultSet row, int place, int index) throws SQLException {
            String value = row.getString(place);
            codes[index] = value == null ? -1 : code(value);
        }

        private int code(String value) {
            Integer known = places.putIfAbsent(value, values.size());
            if (known != null) {
                return known;
            }
            values.add(value);
            return values.size() - 1;
        }

        @Override
        TableColumn build() {
            return new TextColumn(name, codes, values);
        }
    }
}
