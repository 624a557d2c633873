package dev.signalbox.data.validate.datacontract;

import dev.signalbox.contract.Nearest;
import dev.signalbox.data.validate.profile.ColumnNature;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// How far two names are apart, without regard to case, spaces and punctuation, and whether one may be the
/// other under a new name: a stricter question than what somebody may have mistyped.
public final class NameDistance {
    private static final int LONGEST = 200;
    private static final double NEAR = 0.34;

    private NameDistance() {}

    /// The number of edits.
    public static int between(String a, String b) {
        return Nearest.distance(shortened(ColumnNature.plainName(a)), shortened(ColumnNature.plainName(b)));
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
}
