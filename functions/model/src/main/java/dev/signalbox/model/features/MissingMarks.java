package dev.signalbox.model.features;

/// What stands for nothing in a column of texts.
final class MissingMarks {
    private static final int LONGEST = 5;

    private MissingMarks() {}

    /// Whether a text is one of the usual marks of a missing value.
    static boolean isMissing(String cell) {
        String text = cell.strip();
        if (text.length() > LONGEST) {
            return false;
        }
        return switch (text) {
            case "", "NA", "na", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NAN", "null", "NULL", "Null" -> true;
            case "None", "none", "NONE", "?", "-", "." -> true;
            default -> false;
        };
    }
}
