package dev.signalbox.data.validate.datacontract;

import dev.signalbox.data.validate.profile.ColumnNature;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// How far two names are apart: insertions, deletions, replacements and swaps of neighbours (optimal string
/// alignment), without regard to case, spaces and punctuation.
public final class NameDistance {
    private static final int LONGEST = 200;
    private static final double NEAR = 0.34;

    private NameDistance() {}

    /// The number of edits.
    public static int between(String a, String b) {
        return edits(shortened(ColumnNature.plainName(a)), shortened(ColumnNature.plainName(b)));
    }

    /// Whether one could be meant by the other: at most a third of the longer one differs, or one begins
    /// with the whole of the other.
    public static boolean areNear(String a, String b) {
        String plainA = ColumnNature.plainName(a);
        String plainB = ColumnNature.plainName(b);
        int longer = Math.max(plainA.length(), plainB.length());
        int shorter = Math.min(plainA.length(), plainB.length());
        boolean begins = shorter >= 4 && (plainA.startsWith(plainB) || plainB.startsWith(plainA));
        return begins || between(a, b) <= NEAR * longer;
    }

    /// The nearest of several names; of equally near ones the first in alphabetical order.
    public static Optional<String> nearest(String name, Collection<String> others) {
        return others.stream()
                .min(Comparator.comparingInt((String other) -> between(name, other))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }

    private static int edits(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
