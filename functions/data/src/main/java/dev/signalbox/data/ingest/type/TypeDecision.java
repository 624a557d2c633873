package dev.signalbox.data.ingest.type;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.reading.DateOrder;
import dev.signalbox.contract.reading.ValueReading;
import dev.signalbox.runtime.value.ColumnPlan;
import dev.signalbox.runtime.value.Meaning;

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
    private static final DateOrder[] ORDERS = {DateOrder.UNAMBIGUOUS, DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST};
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

    /// As somebody wants the column; the decimal sign and the order of days are this table's own.
    public static ColumnPlan as(ColumnType type, ColumnTally tally) {
        TypeDecision decision = new TypeDecision(tally);
        return decision.wanted(type, decision.commas(false), ORDERS[decision.bestOrder()]);
    }

    /// As another table has the column. The decimal sign and the order of days are this table's own, unless
    /// its values can be read either way: then they are the other's.
    ///
    /// @param semicolons whether the file's delimiter is one
    public static ColumnPlan like(ColumnPlan other, ColumnTally tally, boolean semicolons) {
        TypeDecision decision = new TypeDecision(tally);
        ValueReading known = other.reading();
        boolean commas = decision.byComma(0) == decision.byDot(0) ? known.commaDecimal() : decision.commas(semicolons);
        boolean taken = decision.ambiguousDays() && known.dateOrder() != DateOrder.UNAMBIGUOUS;
        return decision.wanted(other.type(), commas, taken ? known.dateOrder() : ORDERS[decision.bestOrder()]);
    }

    private ColumnPlan wanted(ColumnType type, boolean commas, DateOrder order) {
        return switch (type) {
            case TEXT -> text();
            case BOOLEAN, INTEGER -> typed(ValueReading.of(type), false);
            case NUMBER -> typed(new ValueReading(type, commas, DateOrder.UNAMBIGUOUS), false);
            case DATE, TIMESTAMP -> typed(new ValueReading(type, false, order), ambiguousDays());
        };
    }

    private ColumnPlan decide(boolean semicolons) {
        long present = tally.present() - count(Meaning.DASH);
        if (present == 0 || count(Meaning.PADDED_INTEGER) > 0) {
            return text();
        }
        if (count(Meaning.BOOLEAN) == present) {
            return wanted(ColumnType.BOOLEAN, false, DateOrder.UNAMBIGUOUS);
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
        ColumnType type = fitting == whole ? ColumnType.INTEGER : ColumnType.NUMBER;
        return wanted(type, commas(semicolons), DateOrder.UNAMBIGUOUS);
    }

    private boolean commas(boolean semicolons) {
        boolean draw = byComma(0) == byDot(0) && semicolons && onlyAmbiguousByComma();
        return byComma(0) > byDot(0) || draw;
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
        return wanted(count(TIMES[best]) > 0 ? ColumnType.TIMESTAMP : ColumnType.DATE, false, ORDERS[best]);
    }

    private boolean ambiguousDays() {
        return bestOrder() > 0 && fitting(1) == fitting(2);
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

    private ColumnPlan typed(ValueReading reading, boolean ambiguousDays) {
        ColumnPlan found = ColumnPlan.of(reading);
        boolean mixedDays = reading.type() == ColumnType.TIMESTAMP && count(Meaning.DATE_YMD) > 0;
        boolean regrouped = reading.type() == ColumnType.NUMBER && count(Meaning.GROUPED_DOT_NUMBER) > 0;
        boolean plain =
                fittingAll(found.accepted()) && !reading.commaDecimal() && !mixedDays && !regrouped && nothingOdd();
        return new ColumnPlan(found.type(), found.accepted(), found.commaDecimal(), ambiguousDays, plain);
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
