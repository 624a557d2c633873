package dev.signalbox.runtime.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How surely a column names an entity of which there are many rows: a patient, a customer, a device.
///
/// A city or a product has many rows, too, but tomorrow's rows are of the same ones, and its name is a feature.
/// What tells them apart is the name of the column, or values such as `P0017`, and how many rows a value has.
///
/// Limitations: an entity whose column has neither such a name nor such values is taken for a category.
public enum EntityColumn {
    /// It does not.
    NONE,
    /// It may.
    POSSIBLE,
    /// By its name and by its values; rows may be divided by it without asking.
    CERTAIN;

    private static final Set<String> LIVING = Set.of(
            "patient",
            "customer",
            "client",
            "user",
            "subject",
            "person",
            "member",
            "account",
            "household",
            "device",
            "machine",
            "driver",
            "student",
            "employee",
            "participant",
            "respondent",
            "session",
            "player",
            "animal",
            "engine",
            "donor",
            "visitor",
            "borrower",
            "applicant");
    private static final Set<String> NUMBERED = Set.of("id", "uuid", "guid", "ident", "identifier");
    private static final int LEAST_GROUPS = 15;
    private static final double LEAST_ROWS_EACH = 1.5;
    private static final double MOST_ROWS_EACH = 50;
    private static final double LARGEST_SHARE = 0.1;
    private static final double MOST_CODES = 0.95;

    /// Judges a column of texts or whole numbers.
    ///
    /// @param name as it stands in the data
    /// @param texts different values of a text column; empty for numbers
    /// @param groups different values
    /// @param rows that have a value
    /// @param largest rows of the most frequent value
    public static EntityColumn of(String name, Collection<String> texts, long groups, long rows, long largest) {
        boolean repeats = groups >= LEAST_GROUPS && rows >= LEAST_ROWS_EACH * groups && largest <= LARGEST_SHARE * rows;
        if (!repeats) {
            return NONE;
        }
        List<String> words = words(name);
        boolean living = words.stream().anyMatch(LIVING::contains);
        boolean numbered = !words.isEmpty() && NUMBERED.contains(words.getLast());
        boolean coded = areCodes(texts);
        if (!numbered && !coded && !(living && words.size() == 1)) {
            return NONE;
        }
        boolean few = rows <= MOST_ROWS_EACH * groups;
        return living || few ? CERTAIN : POSSIBLE;
    }

    /// `patientId`, `patient_id` and `Patient ID` alike.
    private static List<String> words(String name) {
        return Arrays.stream(name.replaceAll("([a-z])([A-Z])", "$1 $2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Whether nearly all values are one prefix with digits: `P0017`, `cust-5`.
    private static boolean areCodes(Collection<String> texts) {
        Map<String, Integer> prefixes = new HashMap<>();
        for (String text : texts) {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) >= '0' && text.charAt(end - 1) <= '9') {
                end--;
            }
            if (end > 0 && end < text.length()) {
                prefixes.merge(text.substring(0, end), 1, Integer::sum);
            }
        }
        return prefixes.values().stream().anyMatch(count -> count >= MOST_CODES * texts.size());
    }
}
