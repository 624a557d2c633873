package dev.signalbox.runtime.value;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.reading.DateOrder;
import dev.signalbox.contract.reading.ValueReading;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A number with a unit, as people write it: `12 kg`, `12,5 kg`, `$1,200`, `15%`.
///
/// @param number the text of the number alone
/// @param unit what stands before or after it, in lower case; empty for a bare number
public record Quantity(String number, String unit) {
    private static final int LONGEST = 40;

    /// Takes a text apart; empty where it is no number with something around it, or has something on both
    /// sides.
    public static Optional<Quantity> of(String text) {
        String value = text.strip();
        int from = 0;
        while (from < value.length() && !isNumeric(value.charAt(from))) {
            from++;
        }
        int to = value.length();
        while (to > from && !Spelling.isDigit((byte) Math.min(value.charAt(to - 1), Byte.MAX_VALUE))) {
            to--;
        }
        if (from == to || value.length() > LONGEST) {
            return Optional.empty();
        }
        String before = value.substring(0, from).strip();
        String after = value.substring(to).strip();
        // `-$5`: the sign belongs to the number.
        boolean signFirst = before.length() > 1 && before.charAt(0) == '-';
        String digits = value.substring(from, to);
        String unit = ((signFirst ? before.substring(1) : before) + after).toLowerCase(Locale.ROOT);
        // `A5` and `M12` are names.
        boolean name = before.length() == 1 && Character.isLetter(before.charAt(0));
        boolean oneSide = before.isEmpty() || after.isEmpty();
        return oneSide && !name && digits.chars().skip(1).allMatch(Quantity::isInNumber)
                ? Optional.of(new Quantity((signFirst ? "-" : "") + digits, unit))
                : Optional.empty();
    }

    /// The value in the unit whose factor is 1; missing where the unit is not known, or what should be the
    /// number is none.
    ///
    /// @param factors by unit
    public CellValue in(Map<String, Double> factors, boolean commaDecimal) {
        Double factor = factors.get(unit);
        return factor == null
                ? CellValue.Absent.MISSING
                : switch (CellText.read(number, plan(commaDecimal))) {
                    case CellValue.Real(double real) -> new CellValue.Real(real * factor);
                    case CellValue.Absent _,
                            CellValue.Whole _,
                            CellValue.Truth _,
                            CellValue.Day _,
                            CellValue.Moment _,
                            CellValue.Label _ -> CellValue.Absent.MISSING;
                };
    }

    /// The value of a text.
    public static CellValue read(String text, Map<String, Double> factors, boolean commaDecimal) {
        return of(text).map(quantity -> quantity.in(factors, commaDecimal)).orElse(CellValue.Absent.MISSING);
    }

    private static ColumnPlan plan(boolean commaDecimal) {
        return ColumnPlan.of(new ValueReading(ColumnType.NUMBER, commaDecimal, DateOrder.UNAMBIGUOUS));
    }

    private static boolean isInNumber(int c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ',';
    }

    private static boolean isNumeric(char c) {
        return isInNumber(c) || c == '-' || c == '+';
    }
}
