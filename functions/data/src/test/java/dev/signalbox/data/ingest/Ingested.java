package dev.signalbox.data.ingest;

import dev.signalbox.contract.stage.IngestResult;
import java.util.List;
import java.util.Objects;

/// An answer of Ingest, opened.
///
/// @param result the answer
/// @param table the dataset
record Ingested(IngestResult result, Table table) {
    List<String> columns() {
        return table.columns();
    }

    List<String> column(int place) {
        return table.column(place);
    }

    /// Each reject as `file:line reason <text>`.
    List<String> rejects() {
        return result.rejects() == null
                ? List.of()
                : Table.of(Objects.requireNonNull(result.rejects())).rows().stream()
                        .map(row -> row.get(0) + ":" + row.get(1) + " " + row.get(2) + " <" + row.get(3) + ">")
                        .toList();
    }

    /// Rows in, out and rejected.
    List<Long> counts() {
        return List.of(result.rows().in(), result.rows().out(), result.rows().rejected());
    }
}
