package dev.signalbox.data.validate.checks;

import java.util.Locale;
import java.util.Set;

/// Words that people write where they know nothing, beyond those that Ingest takes for a missing value in any
/// column. In a column of categories they are an answer like others and stay; among numbers they are none.
final class UnknownWords {
    private static final Set<String> WORDS = Set.of(
            "",
            "?",
            "??",
            "-",
            "--",
            ".",
            "..",
            "*",
            "x",
            "na",
            "n/a",
            "n.a.",
            "n.a",
            "#n/a",
            "#ref!",
            "#value!",
            "nan",
            "nil",
            "none",
            "null",
            "unknown",
            "unk",
            "missing",
            "not available",
            "not applicable",
            "not known",
            "not measured",
            "no data",
            "undefined",
            "tbd",
            "pending",
            "empty",
            "blank");

    private UnknownWords() {}

    /// Whether a text is one of them, in any case and with any spaces around.
    static boolean contains(String text) {
        return WORDS.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
