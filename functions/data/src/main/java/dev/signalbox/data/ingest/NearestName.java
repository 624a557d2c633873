package dev.signalbox.data.ingest;

import java.util.List;
import java.util.Locale;

/// The name that somebody may have meant: the one with the least edit distance, case ignored.
///
/// Source: Levenshtein, "Binary codes capable of correcting deletions, insertions and reversals", 1966.
public final class NearestName {
    private NearestName() {}

    /// The nearest of some names, the first of several; empty where there are none.
    public static String of(String wanted, List<String> names) {
        String nearest = "";
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int distance = distance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
