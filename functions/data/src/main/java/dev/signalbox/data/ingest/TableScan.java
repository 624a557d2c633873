package dev.signalbox.data.ingest;

import dev.signalbox.data.ingest.record.Fields;
import dev.signalbox.data.ingest.record.RecordSink;
import dev.signalbox.data.ingest.record.RecordSource;
import dev.signalbox.data.ingest.type.ColumnPlan;
import dev.signalbox.data.ingest.type.ColumnTally;
import dev.signalbox.data.ingest.type.TypeDecision;
import java.util.ArrayList;
import java.util.List;

/// Looks at every value of a source once, and counts.
final class TableScan implements RecordSink {
    private static final int REASONS_KEPT = 3;

    private final List<ColumnTally> tallies = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final long mostRows;
    private final Runnable onReject;
    private long rows;
    private long rejects;

    private TableScan(long mostRows, Runnable onReject) {
        this.mostRows = mostRows;
        this.onReject = onReject;
    }

    /// Of all records.
    static TableScan of(RecordSource source) {
        return of(source, () -> {});
    }

    /// Of all records.
    ///
    /// @param onReject called at the first record that is set aside
    static TableScan of(RecordSource source, Runnable onReject) {
        TableScan scan = new TableScan(Long.MAX_VALUE, onReject);
        source.read(scan);
        return scan;
    }

    /// Of the first records.
    static TableScan first(RecordSource source, long rows) {
        TableScan scan = new TableScan(rows, () -> {});
        source.read(scan);
        return scan;
    }

    @Override
    public boolean record(Fields fields, RawText text) {
        while (tallies.size() < fields.count()) {
            tallies.add(new ColumnTally());
        }
        byte[] bytes = fields.bytes();
        for (int i = 0; i < fields.count(); i++) {
            tallies.get(i).add(fields.meanings(i), bytes, fields.from(i), fields.to(i));
        }
        return ++rows < mostRows;
    }

    @Override
    public boolean reject(long line, String reason, RawText text) {
        if (rejects++ == 0) {
            onReject.run();
        }
        if (reasons.size() < REASONS_KEPT) {
            reasons.add("line " + line + ": " + reason);
        }
        return true;
    }

    /// Each column's type, decided from all of its values.
    List<ColumnPlan> plans(boolean commaDecimals) {
        return tallies.stream()
                .map(tally -> TypeDecision.of(tally, commaDecimals))
                .toList();
    }

    /// The tally of a column; an empty one for a column that no record has.
    ColumnTally tally(int column) {
        return column < tallies.size() ? tallies.get(column) : new ColumnTally();
    }

    /// Records that can be cut; some may yet hold a bad value.
    long rows() {
        return rows;
    }

    /// Records that cannot be cut.
    long rejects() {
        return rejects;
    }

    /// The first few reasons, with their lines.
    List<String> reasons() {
        return List.copyOf(reasons);
    }
}
