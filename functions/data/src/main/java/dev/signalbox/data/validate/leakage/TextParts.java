package dev.signalbox.data.validate.leakage;

import dev.signalbox.data.validate.profile.SampleColumn;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The letters of texts that are otherwise different in nearly every row: `CHN-00417` and `CHN-00981` have
/// the same. A code that tells the class apart hides in them.
///
/// @param codes by row of the sample, -1 where missing
/// @param count of different parts
@SuppressWarnings("ArrayRecordComponent") // Numbers of the sample, compared by nobody.
record TextParts(int[] codes, int count) {
    /// More kinds of letters than this are words, not codes.
    static final int MOST = 50;

    /// The parts of a column's texts.
    static TextParts of(SampleColumn.Labels labels) {
        Map<String, Integer> known = new HashMap<>();
        int[] partOfLabel = new int[labels.labels().size()];
        for (int label = 0; label < partOfLabel.length && known.size() <= MOST; label++) {
            partOfLabel[label] = known.computeIfAbsent(letters(labels.labels().get(label)), part -> known.size());
        }
        int[] codes = new int[labels.codes().length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = labels.isMissing(row) ? -1 : partOfLabel[labels.codes()[row]];
        }
        return new TextParts(codes, known.size());
    }

    /// Whether the parts are few, and far fewer than the texts.
    boolean areCodes(int texts) {
        return count >= 2 && count <= MOST && 2 * count <= texts;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
