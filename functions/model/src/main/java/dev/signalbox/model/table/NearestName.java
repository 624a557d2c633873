package dev.signalbox.model.table;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What to say when a column is not there: the nearest name, and those that are.
///
/// Nearness is the number of single-character edits. Source: Levenshtein, Binary codes capable of correcting
/// deletions,
/// insertions and reversals, Soviet Physics Doklady 10, 1966.
public final class NearestName {
    private static final int LISTED = 20;
    private static final int COMPARED_CHARACTERS = 100;

    private NearestName() {}

    /// A hint such as `Did you mean 'species'? The columns are: …`.
    public static String hint(String wanted, Collection<String> names) {
        String listed = names.stream().limit(LISTED).collect(Collectors.joining(", "));
        String more = names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "";
        String nearest = nearest(wanted, names);
        String question = nearest == null ? "" : "Did you mean '" + nearest + "'? ";
        return question + "The columns are: " + listed + more + ".";
    }

    /// The nearest name, when at most half of its characters differ; null otherwise.
    static @Nullable String nearest(String wanted, Collection<String> names) {
        String best = null;
        double bestShare = 0.5;
        for (String name : names) {
            int longest = Math.max(1, Math.max(cut(name).length(), cut(wanted).length()));
            double share = (double) edits(cut(wanted), cut(name)) / longest;
            if (share <= bestShare && (best == null || share < bestShare)) {
                best = name;
                bestShare = share;
            }
        }
        return best;
    }

    private static String cut(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.length() <= COMPARED_CHARACTERS ? lower : lower.substring(0, COMPARED_CHARACTERS);
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(diagonal + change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
