package dev.signalbox.data.ingest.type;

import dev.signalbox.contract.action.ColumnType;

/// Decides a column's type from all of its values.
///
/// A column is typed when at least nine in ten of the values that are there fit the type; those that do not
/// are bad values, whose rows are set aside. Below that it is text and keeps every value. Two exceptions
/// keep what people mean: one padded integer (`00501`) makes a column text, and booleans allow no other
/// value, since `true, false, unknown` are three labels.
public final class TypeDecision {
    /// Share of the values that must fit.
    public static final double SHARE = 0.9;

    private static final Meaning[] DAYS = {Meaning.DATE_YMD, Meaning.DATE_MDY, Meaning.DATE_DMY};
    private static final Meaning[] TIMES = {Meaning.TIME_YMD, Meaning.TIME_MDY, Meaning.TIME_DMY};
    private static final int PADDED = Meaning.PADDED_INTEGER.bit();
    private final ColumnTally tally;

    private TypeDecision(ColumnTally tally) {
        this.tally = tally;
    }

    /// The type that fits, with the meaning of its values.
    ///
    /// @param semicolons whether the file's delimiter is one, as where the comma is the decimal sign
    public static ColumnPlan of(ColumnTally tally, boolean semicolons) {
        return new TypeDecision(tally).decide(semicolons);
    }

    /// As another table has the column; the decimal sign and the order of days are this table's own.
    public static ColumnPlan as(ColumnType type, ColumnTally tally, boolean semicolons) {
        TypeDecision decision = new TypeDecision(tally);
        return switch (type) {
            case TEXT -> decision.text();
            case BOOLEAN -> decision.typed(type, Meaning.BOOLEAN.bit(), false, false);
            case INTEGER ->
                decision.typed(type, Meaning.INTEGER.bit() | Meaning.DOT_NUMBER.bit() | PADDED, false, false);
            case NUMBER -> decision.number(semicolons, PADDED);
            case DATE -> decision.moment(type);
            case TIMESTAMP -> decision.moment(type);
        };
    }

    private ColumnPlan decide(boolean semicolons) {
        long present = tally.present() - count(Meaning.DASH);
        if (present == 0 || count(Meaning.PADDED_INTEGER) > 0) {
            return text();
        }
        if (count(Meaning.BOOLEAN) == present) {
            return typed(ColumnType.BOOLEAN, Meaning.BOOLEAN.bit(), false, false);
        }
        ColumnPlan number = number(present, semicolons);
        return number.type() != ColumnType.TEXT ? number : moment(present);
    }

    private ColumnPlan number(long present, boolean semicolons) {
        long whole = count(Meaning.INTEGER);
        long either = whole + count(Meaning.HUGE_INTEGER);
        long fitting = Math.max(byDot(either), byComma(either));
        if (fitting < SHARE * present || (fitting == either && either > whole)) {
            return text();
        }
        return fitting == whole
                ? typed(ColumnType.INTEGER, Meaning.INTEGER.bit(), false, false)
                : number(semicolons, 0);
    }

    private ColumnPlan number(boolean semicolons, int more) {
        boolean draw = byComma(0) == byDot(0) && semicolons && onlyAmbiguousByComma();
        boolean commas = byComma(0) > byDot(0) || draw;
        int accepted = Meaning.INTEGER.bit()
                | Meaning.HUGE_INTEGER.bit()
                | more
                | (commas ? Meaning.COMMA_NUMBER.bit() | Meaning.GROUPED_COMMA_NUMBER.bit() : 0)
                | (commas ? 0 : Meaning.DOT_NUMBER.bit() | Meaning.GROUPED_DOT_NUMBER.bit());
        return typed(ColumnType.NUMBER, accepted, commas, false);
    }

    private long byDot(long whole) {
        return whole + count(Meaning.DOT_NUMBER) + count(Meaning.GROUPED_DOT_NUMBER);
    }

    private long byComma(long whole) {
        return whole + count(Meaning.COMMA_NUMBER) + count(Meaning.GROUPED_COMMA_NUMBER);
    }

    /// `1,234` throughout: a decimal where semicolons divide the fields, a group elsewhere.
    private boolean onlyAmbiguousByComma() {
        return count(Meaning.GROUPED_DOT_NUMBER) > 0 && count(Meaning.COMMA_NUMBER) > 0;
    }

    private ColumnPlan moment(long present) {
        int best = bestOrder();
        if (fitting(best) < SHARE * present) {
            return text();
        }
        return moment(count(TIMES[best]) > 0 ? ColumnType.TIMESTAMP : ColumnType.DATE);
    }

    private ColumnPlan moment(ColumnType type) {
        int best = bestOrder();
        boolean ambiguous = best > 0 && fitting(1) == fitting(2);
        int accepted = DAYS[best].bit() | (type == ColumnType.TIMESTAMP ? TIMES[best].bit() : 0);
        return typed(type, accepted, false, ambiguous);
    }

    /// The order that most values have; where month and day are exchangeable, slashes mean the month first.
    private int bestOrder() {
        int best = 0;
        for (int order = 1; order < DAYS.length; order++) {
            boolean preferred = order == 2 && best == 1 && !tally.hasSlashes() && fitting(2) == fitting(1);
            best = fitting(order) > fitting(best) || preferred ? order : best;
        }
        return best;
    }

    private long fitting(int order) {
        return count(DAYS[order]) + count(TIMES[order]);
    }

    private long count(Meaning meaning) {
        return tally.count(meaning);
    }

    private ColumnPlan text() {
        return ColumnPlan.text(tally.oddMissing() == 0);
    }

    private ColumnPlan typed(ColumnType type, int accepted, boolean commaDecimal, boolean ambiguousDays) {
        boolean mixedDays = type == ColumnType.TIMESTAMP && count(Meaning.DATE_YMD) > 0;
        boolean regrouped = type == ColumnType.NUMBER && count(Meaning.GROUPED_DOT_NUMBER) > 0;
        boolean plain = fittingAll(accepted) && !commaDecimal && !mixedDays && !regrouped && nothingOdd();
        return new ColumnPlan(type, accepted, commaDecimal, ambiguousDays, plain);
    }

    private boolean nothingOdd() {
        return count(Meaning.DASH) == 0 && tally.oddPresent() == 0 && tally.oddMissing() == 0;
    }

    private boolean fittingAll(int accepted) {
        long all = 0;
        for (Meaning meaning : Meaning.values()) {
            all += meaning != Meaning.ODD && meaning.in(accepted) ? count(meaning) : 0;
        }
        return all >= tally.present();
    }
}
