package dev.signalbox.asl.validate;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The name that was probably meant.
final class NearestName {
    private NearestName() {}

    /// " Did you mean 'X'?" with the nearest of the names, or nothing when none is near.
    static String hint(String found, Collection<String> known) {
        return of(found, known).map(name -> " Did you mean '" + name + "'?").orElse("");
    }

    static Optional<String> of(String found, Collection<String> known) {
        int near = Math.max(2, found.length() / 3);
        return known.stream()
                .filter(name -> distance(found, name) <= near)
                .min(Comparator.<String>comparingInt(name -> distance(found, name))
                        .thenComparing(name -> name));
    }

    /// Levenshtein's distance, letters compared without case.
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replaced = previous[j - 1] + (same ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
