package dev.signalbox.data.validate.profile;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.profile.ColumnProfile;
import java.util.Locale;
import java.util.Set;

/// What a column is beyond its type, judged by its numbers and, last, by its name.
public final class ColumnNature {
    private static final int LEAST_ROWS = 30;
    private static final double NEAR_UNIQUE_SHARE = 0.95;
    private static final double DENSE = 2;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int LEAST_STEPS = 10;
    private static final Set<String> ID_NAMES =
            Set.of("id", "key", "uuid", "guid", "index", "rowid", "row", "rownum", "rownumber", "rownames", "nr", "no");

    private ColumnNature() {}

    /// Whether values identify rows. Real numbers never do, for they are different by nature; whole numbers
    /// do when all are different and either almost without gaps or named like an id.
    ///
    /// @param rows of the table
    public static boolean identifiesRows(ScannedColumn column, long rows) {
        ColumnProfile profile = column.profile();
        long present = rows - profile.missing();
        if (present < LEAST_ROWS || profile.distinct() < NEAR_UNIQUE_SHARE * present) {
            return false;
        }
        return switch (profile.type()) {
            case TEXT -> true;
            case INTEGER ->
                profile.distinct() == present && (isDense(profile, present) || isNamedLikeId(profile.name()));
            case NUMBER, BOOLEAN, DATE, TIMESTAMP -> false;
        };
    }

    /// Whether every row has another value of the column, and the column identifies rows.
    public static boolean isKey(ScannedColumn column, long rows) {
        return column.profile().missing() == 0 && column.profile().distinct() == rows && identifiesRows(column, rows);
    }

    /// Whether values move on with time, so that later data lies beyond earlier data by nature: dates,
    /// years, and numbers that only ever rise from row to row.
    public static boolean movesWithTime(ScannedColumn column) {
        return switch (column.type()) {
            case DATE, TIMESTAMP -> true;
            case INTEGER -> isYear(column.profile()) || risesThroughout(column);
            case NUMBER -> risesThroughout(column);
            case BOOLEAN, TEXT -> false;
        };
    }

    /// Whether values are dates or years.
    public static boolean isCalendar(ScannedColumn column) {
        return switch (column.type()) {
            case DATE, TIMESTAMP -> true;
            case INTEGER -> isYear(column.profile());
            case NUMBER, BOOLEAN, TEXT -> false;
        };
    }

    /// The name without case, spaces and punctuation.
    public static String plainName(String name) {
        StringBuilder plain = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isNamedLikeId(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ID_NAMES.contains(plainName(name))
                || lower.endsWith("_id")
                || lower.endsWith(" id")
                || name.endsWith("Id")
                || name.endsWith("ID")
                || lower.endsWith("uuid")
                || lower.startsWith("unnamed");
    }

    private static boolean isDense(ColumnProfile profile, long present) {
        return profile.min() != null && profile.max() != null && profile.max() - profile.min() + 1 <= DENSE * present;
    }

    private static boolean isYear(ColumnProfile profile) {
        return profile.type() == ColumnType.INTEGER
                && profile.min() != null
                && profile.max() != null
                && profile.min() >= FIRST_YEAR
                && profile.max() <= LAST_YEAR
                && profile.name().toLowerCase(Locale.ROOT).matches(".*(year|yr|jahr|date).*");
    }

    private static boolean risesThroughout(ScannedColumn column) {
        if (!(column.sample() instanceof SampleColumn.Numbers numbers)
                || column.profile().distinct() < LEAST_STEPS) {
            return false;
        }
        double before = Double.NEGATIVE_INFINITY;
        int present = 0;
        for (double value : numbers.values()) {
            if (value < before) {
                return false;
            }
            if (!Double.isNaN(value)) {
                before = value;
                present++;
            }
        }
        return present >= LEAST_ROWS;
    }
}
