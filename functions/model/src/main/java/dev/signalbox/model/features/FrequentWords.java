package dev.signalbox.model.features;

import dev.signalbox.model.table.TextColumn;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// The words of a free text that enough training rows have, and not nearly all.
final class FrequentWords {
    private static final int MOST_WORDS = 20;
    private static final int LEAST_ROWS = 10;
    private static final double LEAST_SHARE = 0.01;
    private static final double GREATEST_SHARE = 0.9;

    private FrequentWords() {}

    /// At most 20 words, most frequent first, ties by text.
    ///
    /// @param seen codes of the texts that training rows have
    /// @param counts training rows by code
    /// @param present training rows that have a text
    static List<String> of(TextColumn column, List<Integer> seen, int[] counts, int present) {
        Map<String, Integer> rowsByWord = new HashMap<>();
        for (int code : seen) {
            String text = column.values().get(code);
            for (String word : new HashSet<>(WordsEncoder.words(text))) {
                rowsByWord.merge(word, counts[code], Integer::sum);
            }
        }
        double least = Math.max(LEAST_ROWS, LEAST_SHARE * present);
        double greatest = GREATEST_SHARE * present;
        return rowsByWord.entrySet().stream()
                .filter(entry -> entry.getValue() >= least && entry.getValue() <= greatest)
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(entry -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_WORDS)
                .map(Map.Entry::getKey)
                .toList();
    }
}
