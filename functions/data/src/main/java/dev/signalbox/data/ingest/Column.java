package dev.signalbox.data.ingest;

import dev.signalbox.data.duckdb.ColumnTypes;
import dev.signalbox.data.duckdb.Sql;
import dev.signalbox.runtime.value.ColumnPlan;

/// A column of the typed table.
///
/// @param name unique in its table, also when case is ignored
/// @param plan what its values are
record Column(String name, ColumnPlan plan) {
    /// As DuckDB declares it.
    String declaration() {
        return Sql.identifier(name) + " " + ColumnTypes.sql(plan.type());
    }
}
