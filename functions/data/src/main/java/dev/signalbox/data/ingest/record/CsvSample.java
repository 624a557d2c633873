package dev.signalbox.data.ingest.record;

import dev.signalbox.data.ingest.record.CsvTokenizer.Outcome;
import dev.signalbox.data.ingest.type.ByteWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The first records of a file, cut by one dialect.
///
/// @param rows those that could be cut, at most [#MOST_ROWS]
/// @param broken lines that could not
record CsvSample(List<SampleRow> rows, int broken) {
    static final int MOST_ROWS = 100;

    static CsvSample of(byte[] bytes, boolean whole, CsvDialect dialect) {
        CsvTokenizer tokenizer = new CsvTokenizer(dialect);
        Fields fields = new Fields();
        List<SampleRow> rows = new ArrayList<>();
        int broken = 0;
        int at = 0;
        ByteWords words = new ByteWords(bytes);
        while (at < bytes.length && rows.size() < MOST_ROWS) {
            fields.begin(words, 0);
            Outcome outcome = tokenizer.read(bytes, at, bytes.length, whole, fields);
            if (outcome == Outcome.INCOMPLETE) {
                break;
            }
            if (outcome == Outcome.RECORD) {
                rows.add(SampleRow.of(fields, dialect, at, tokenizer));
                at = tokenizer.next();
            } else if (outcome == Outcome.BLANK) {
                at = tokenizer.next();
            } else {
                broken++;
                at = lineEnd(bytes, at);
            }
        }
        return new CsvSample(rows, broken);
    }

    /// The most frequent width; the earliest of several.
    int width() {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (SampleRow row : rows) {
            counts.merge(row.width(), 1, Integer::sum);
        }
        int best = 1;
        int most = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    /// How well the dialect explains the sample, 0 to 1: how regular the records are times how many of their
    /// fields look like one value. After van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by
    /// detecting row and type patterns", Data Mining and Knowledge Discovery 33 (2019).
    double score() {
        int width = width();
        int regular = 0;
        int cells = 0;
        int suspicious = 0;
        for (SampleRow row : rows) {
            regular += row.width() == width ? 1 : 0;
            cells += row.width();
            suspicious += row.suspicious();
        }
        if (width < 2 || rows.isEmpty()) {
            return 0;
        }
        double pattern = regular / (double) (rows.size() + broken) * (width - 1) / width;
        return pattern * (cells - suspicious) / cells;
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }
}
