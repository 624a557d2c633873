package dev.signalbox.runtime.value;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.reading.DateOrder;
import dev.signalbox.contract.reading.ValueReading;

/// What a column is and which meaning of its values counts.
///
/// @param type of the typed table
/// @param accepted the set of [Meaning]s that a value of the column may have; any for text
/// @param commaDecimal whether `,` is the decimal sign
/// @param ambiguousDays whether each day could be read with the month or with the day first
/// @param plain whether every value of the column is spelled as any reader of the file understands it
public record ColumnPlan(ColumnType type, int accepted, boolean commaDecimal, boolean ambiguousDays, boolean plain) {
    private static final int WHOLE = Meaning.INTEGER.bit() | Meaning.PADDED_INTEGER.bit();
    private static final int BY_DOT = Meaning.DOT_NUMBER.bit() | Meaning.GROUPED_DOT_NUMBER.bit();
    private static final int BY_COMMA = Meaning.COMMA_NUMBER.bit() | Meaning.GROUPED_COMMA_NUMBER.bit();

    /// Text; always plain but for its missing values.
    public static ColumnPlan text(boolean plain) {
        return new ColumnPlan(ColumnType.TEXT, ~0, false, false, plain);
    }

    /// A column of which somebody has said how its values are read.
    public static ColumnPlan of(ValueReading reading) {
        return new ColumnPlan(reading.type(), accepted(reading), reading.commaDecimal(), false, false);
    }

    /// All meanings that a reading takes for values; superfluous zeros before a number and a whole number
    /// written as `3.0` are none that anybody has to guess.
    static int accepted(ValueReading reading) {
        return switch (reading.type()) {
            case TEXT -> ~0;
            case BOOLEAN -> Meaning.BOOLEAN.bit();
            case INTEGER -> WHOLE | Meaning.DOT_NUMBER.bit();
            case NUMBER -> WHOLE | Meaning.HUGE_INTEGER.bit() | (reading.commaDecimal() ? BY_COMMA : BY_DOT);
            case DATE -> day(reading.dateOrder()).bit();
            case TIMESTAMP ->
                day(reading.dateOrder()).bit() | moment(reading.dateOrder()).bit();
        };
    }

    /// How the column's values are read.
    public ValueReading reading() {
        return new ValueReading(type, commaDecimal, dateOrder());
    }

    /// Whether a value can be read as this column has it; missing values always can.
    public boolean accepts(int meanings) {
        return (meanings & (accepted | Meaning.MISSING.bit())) != 0 || type == ColumnType.TEXT;
    }

    /// Whether a value is missing here.
    public boolean isMissing(int meanings) {
        return Meaning.MISSING.in(meanings) || (type != ColumnType.TEXT && Meaning.DASH.in(meanings));
    }

    /// Whether a spelling is a value of the column, or missing there.
    public boolean fits(byte[] bytes, int from, int to, int meanings) {
        if (isMissing(meanings)) {
            return true;
        }
        boolean mayBeTooMuch =
                isFraction(meanings) || (type == ColumnType.INTEGER && Meaning.PADDED_INTEGER.in(meanings));
        return accepts(meanings) && (!mayBeTooMuch || ValueReader.isWhole(bytes, from, to));
    }

    /// Whole numbers may be written as `3.0` where somebody has said that they are whole.
    public boolean isFraction(int meanings) {
        return type == ColumnType.INTEGER && Meaning.DOT_NUMBER.in(meanings);
    }

    /// Whether days are read with the month first.
    public boolean monthFirst() {
        return dateOrder() == DateOrder.MONTH_FIRST;
    }

    private DateOrder dateOrder() {
        boolean moments = type == ColumnType.DATE || type == ColumnType.TIMESTAMP;
        if (!moments || Meaning.DATE_YMD.in(accepted)) {
            return DateOrder.UNAMBIGUOUS;
        }
        return Meaning.DATE_MDY.in(accepted) ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }

    private static Meaning day(DateOrder order) {
        return switch (order) {
            case UNAMBIGUOUS -> Meaning.DATE_YMD;
            case MONTH_FIRST -> Meaning.DATE_MDY;
            case DAY_FIRST -> Meaning.DATE_DMY;
        };
    }

    private static Meaning moment(DateOrder order) {
        return switch (order) {
            case UNAMBIGUOUS -> Meaning.TIME_YMD;
            case MONTH_FIRST -> Meaning.TIME_MDY;
            case DAY_FIRST -> Meaning.TIME_DMY;
        };
    }
}
