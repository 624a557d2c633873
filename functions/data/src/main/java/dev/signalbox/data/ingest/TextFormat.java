package dev.signalbox.data.ingest;

import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.data.duckdb.DiskFailures;
import dev.signalbox.data.ingest.record.CsvRecords;
import dev.signalbox.data.ingest.record.JsonArray;
import dev.signalbox.data.ingest.record.JsonLines;
import dev.signalbox.data.ingest.record.RecordSource;
import dev.signalbox.data.ingest.source.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/// JSON or a delimited file, by how the text begins: `[` before `{` or `]` is an array, `{` at the start are
/// JSON Lines, the rest is delimited.
final class TextFormat {
    private static final int HEAD_BYTES = 1 << 12;
    private static final String JSON_HINT = "Write an array of objects, or one object a line (JSON Lines).";

    private TextFormat() {}

    static RecordSource open(TextFile text, String name) {
        byte[] head = head(text, name);
        int first = next(head, 0);
        if (first == head.length) {
            throw new DataQuality(
                    "The file " + name + " holds nothing but white space; expected a table.",
                    "Check the program that wrote it, then bring it again.");
        }
        if (head[first] == '[') {
            return array(text, name, head, next(head, first + 1));
        }
        if (head[first] == '{') {
            return lines(text, name, head, first);
        }
        return CsvRecords.open(text.file(), text.offsetBytes());
    }

    private static RecordSource array(TextFile text, String name, byte[] head, int second) {
        if (second < head.length && head[second] == ']') {
            throw new DataQuality("The JSON array in " + name + " is empty; expected objects.", JSON_HINT);
        }
        boolean objects = second < head.length && (head[second] == '{' || head[second] == '[');
        return objects
                ? new JsonArray(text.file(), text.offsetBytes())
                : CsvRecords.open(text.file(), text.offsetBytes());
    }

    private static RecordSource lines(TextFile text, String name, byte[] head, int first) {
        int second = next(head, first + 1);
        boolean json = second < head.length && (head[second] == '"' || head[second] == '}');
        if (!json) {
            return CsvRecords.open(text.file(), text.offsetBytes());
        }
        boolean broken = second > first + 1 && hasLineEnd(head, first, second);
        if (broken) {
            throw new InvalidInput(
                    "The file " + name
                            + " holds one JSON object over several lines; expected an array of objects, or one"
                            + " object a line.",
                    JSON_HINT);
        }
        return new JsonLines(text.file(), text.offsetBytes());
    }

    private static boolean hasLineEnd(byte[] head, int from, int to) {
        for (int at = from; at < to; at++) {
            if (head[at] == '\n') {
                return true;
            }
        }
        return false;
    }

    private static int next(byte[] head, int from) {
        int at = from;
        while (at < head.length && (head[at] == ' ' || head[at] == '\t' || head[at] == '\n' || head[at] == '\r')) {
            at++;
        }
        return Math.min(at, head.length);
    }

    private static byte[] head(TextFile text, String name) {
        try (InputStream in = Files.newInputStream(text.file())) {
            in.skipNBytes(text.offsetBytes());
            return in.readNBytes(HEAD_BYTES);
        } catch (IOException e) {
            throw DiskFailures.of("The file " + name + " cannot be read", e);
        }
    }
}
