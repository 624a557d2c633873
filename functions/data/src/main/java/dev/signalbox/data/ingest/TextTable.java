package dev.signalbox.data.ingest;

import dev.signalbox.data.ingest.record.CsvRecords;
import dev.signalbox.data.ingest.record.PlainCsv;
import dev.signalbox.data.ingest.record.RecordSource;
import dev.signalbox.data.ingest.source.Packing;
import dev.signalbox.data.ingest.source.PlainFile;
import dev.signalbox.data.ingest.source.TextEncoding;
import dev.signalbox.data.ingest.source.TextFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text whose records can be read.
final class TextTable {
    private final PlainFile plain;
    private final TextFile text;
    private final RecordSource records;

    private TextTable(PlainFile plain, TextFile text) {
        this.plain = plain;
        this.text = text;
        this.records = TextFormat.open(text, plain.name());
    }

    /// @param scratch for a copy in UTF-8
    static TextTable open(PlainFile plain, Path scratch) {
        return new TextTable(plain, TextEncoding.open(plain, scratch));
    }

    /// The same file in the encoding that it turned out to have; null where UTF-8 was right.
    @Nullable
    TextTable reopened(TableScan scan, Path scratch) {
        if (scan.rejects() == 0
                || !(records instanceof CsvRecords csv)
                || !text.encoding().startsWith("utf-8")) {
            return null;
        }
        TextFile other = TextEncoding.other(plain, csv.evidence(), scan.rows() + scan.rejects(), scratch);
        return other == null ? null : new TextTable(plain, other);
    }

    RecordSource records() {
        return records;
    }

    String name() {
        return plain.name();
    }

    /// How another reader reads the same records; null when it could cut them differently. Known after a
    /// reading.
    @Nullable
    PlainCsv plainCsv() {
        return records instanceof CsvRecords csv && text.offsetBytes() == 0 ? csv.plain() : null;
    }

    /// The file where it is a delimited one that another reader could open as it stands; null otherwise.
    @Nullable
    Path csvFile() {
        return records instanceof CsvRecords && text.offsetBytes() == 0 ? text.file() : null;
    }

    /// What was found.
    String format(List<Column> columns) {
        StringBuilder format = new StringBuilder(records.format(text.encoding()));
        if (plain.packing() != Packing.NONE) {
            format.append("; ").append(plain.packing().title());
        }
        for (Column column : columns) {
            if (column.plan().commaDecimal()) {
                format.append("; decimal comma");
                break;
            }
        }
        for (Column column : columns) {
            if (column.plan().ambiguousDays()) {
                format.append("; days of '")
                        .append(column.name())
                        .append("' could be read either way, taken ")
                        .append(column.plan().monthFirst() ? "month first" : "day first");
            }
        }
        return format.toString();
    }
}
