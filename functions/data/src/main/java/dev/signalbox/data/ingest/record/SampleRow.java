package dev.signalbox.data.ingest.record;

import java.util.ArrayList;
import java.util.List;

/// A record of the sample.
///
/// @param texts of the fields
/// @param meanings of the fields, as [Spelling] has them; 0 for text
/// @param suspicious fields that are bare text and hold a usual delimiter
/// @param begin where it begins in the sample
/// @param next where the next begins
record SampleRow(List<String> texts, List<Integer> meanings, int suspicious, int begin, int next) {
    static SampleRow of(Fields fields, CsvDialect dialect, int begin, CsvTokenizer tokenizer) {
        List<String> texts = new ArrayList<>(fields.count());
        List<Integer> meanings = new ArrayList<>(fields.count());
        int suspicious = 0;
        for (int i = 0; i < fields.count(); i++) {
            int from = fields.from(i);
            int meaning = fields.meanings(i);
            boolean quoted = from > begin && dialect.quote() != 0 && fields.bytes()[from - 1] == dialect.quote();
            suspicious += meaning == 0 && !quoted && holdsDelimiter(fields, i) ? 1 : 0;
            texts.add(fields.text(i));
            meanings.add(meaning);
        }
        return new SampleRow(texts, meanings, suspicious, begin, tokenizer.next());
    }

    private static boolean holdsDelimiter(Fields fields, int field) {
        for (int at = fields.from(field); at < fields.to(field); at++) {
            byte b = fields.bytes()[at];
            if (b == ',' || b == ';' || b == '\t' || b == '|') {
                return true;
            }
        }
        return false;
    }

    int width() {
        return texts.size();
    }
}
