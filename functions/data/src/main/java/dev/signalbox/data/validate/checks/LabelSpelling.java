package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.data.validate.datacontract.NameDistance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which labels of one column are the same word: in another case, with other spaces or dividing signs; the
/// abbreviations of yes and no, male and female where the column has nothing else; and a rare label that is
/// one letter away from a frequent one.
///
/// Signs that carry meaning stay (`A+`, `<5`, `3+`), and labels with digits are never taken for misspelled.
final class LabelSpelling {
    private static final List<Map<String, String>> PAIRS = List.of(
            Map.of(
                    "y", "yes", "yes", "yes", "true", "yes", "t", "yes", "1", "yes", "n", "no", "no", "no", "false",
                    "no", "f", "no", "0", "no"),
            Map.of("m", "male", "male", "male", "man", "male", "f", "female", "female", "female", "woman", "female"));
    private static final int LEAST_PAIR = 3;
    private static final Set<String> SURE = Set.of("yes", "no", "true", "false", "male", "female");
    private static final int LEAST_LETTERS = 5;
    private static final int MOST_LABELS = 50;
    private static final double RARE = 0.01;
    private static final int RARER = 20;
    private static final int LEAST_ROWS = 100;

    private LabelSpelling() {}

    /// From each spelling that is not the usual one of its label to the usual one.
    ///
    /// @param counts rows of each label, most frequent first
    static SortedMap<String, String> variants(List<ValueCount> counts) {
        Map<String, ValueCount> usual = new LinkedHashMap<>();
        SortedMap<String, String> variants = new TreeMap<>();
        Map<String, String> pair = pair(counts);
        for (ValueCount count : counts) {
            String key = key(count.value());
            ValueCount first = usual.putIfAbsent(pair.getOrDefault(key, key), count);
            if (first != null) {
                variants.put(count.value(), first.value());
            }
        }
        addMisspelled(usual, variants);
        return variants;
    }

    /// The abbreviations in use; none where a column has other words, too, or but one spelling of each.
    private static Map<String, String> pair(List<ValueCount> counts) {
        List<String> keys =
                counts.stream().map(count -> key(count.value())).distinct().toList();
        return PAIRS.stream()
                .filter(pair -> keys.size() >= LEAST_PAIR && pair.keySet().containsAll(keys))
                .filter(_ -> keys.stream().anyMatch(SURE::contains))
                .findFirst()
                .orElse(Map.of());
    }

    private static void addMisspelled(Map<String, ValueCount> usual, SortedMap<String, String> variants) {
        long rows = usual.values().stream().mapToLong(ValueCount::count).sum();
        if (usual.size() > MOST_LABELS || rows < LEAST_ROWS) {
            return;
        }
        for (Map.Entry<String, ValueCount> rare : usual.entrySet()) {
            if (rare.getValue().count() <= RARE * rows) {
                meant(rare, usual)
                        .ifPresent(label -> variants.put(rare.getValue().value(), label));
            }
        }
    }

    private static Optional<String> meant(Map.Entry<String, ValueCount> rare, Map<String, ValueCount> usual) {
        List<String> near = usual.entrySet().stream()
                .filter(other ->
                        other.getValue().count() >= RARER * rare.getValue().count())
                .filter(other -> isMisspelled(rare.getKey(), other.getKey()))
                .map(other -> other.getValue().value())
                .toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    private static boolean isMisspelled(String rare, String frequent) {
        return rare.length() >= LEAST_LETTERS
                && frequent.length() >= LEAST_LETTERS
                && rare.charAt(0) == frequent.charAt(0)
                && rare.chars().noneMatch(Character::isDigit)
                && frequent.chars().noneMatch(Character::isDigit)
                && NameDistance.between(rare, frequent) == 1;
    }

    /// A label without what people write differently: case, spaces, dividing signs between letters, a full
    /// stop or quotes around words.
    private static String key(String label) {
        String plain = LabelVariantsCheck.plain(label);
        if (plain.chars().filter(Character::isLetter).count() < 2) {
            return plain;
        }
        String divided = plain.replaceAll("(?<=\\p{L})[-_/]+(?=\\p{L})", " ").replaceAll("[.!'\"]", "");
        String key = divided.strip().toLowerCase(Locale.ROOT);
        return key.isEmpty() ? plain : key;
    }
}
