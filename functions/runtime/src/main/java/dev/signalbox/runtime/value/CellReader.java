package dev.signalbox.runtime.value;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.contract.reading.ColumnRepair;
import dev.signalbox.contract.reading.DateOrder;
import dev.signalbox.contract.reading.ValueReading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Makes the value that a column of the dataset would have of a cell of a raw row: reads it as Ingest read
/// the data, then repeats the column's repairs. Safe for use by several threads.
///
/// Every text that Ingest took for a value of the column is the same value here. A text whose row Ingest
/// would have set aside is taken where there is nothing to guess: a fraction among whole numbers, a date with
/// the year first, a time of day after a day (it is cut off). Any other is [CellValue.Absent#UNREADABLE].
public final class CellReader {
    private static final long MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

    private final ValueReading raw;
    private final ColumnType type;
    private final ColumnPlan asWritten;
    private final ColumnPlan asTyped;
    private final List<ColumnStep> steps;

    /// @param reading of the column
    public CellReader(ColumnReading reading) {
        this(reading.raw(), reading.repairs());
    }

    /// @param raw how the cells are read
    /// @param repairs that are carried out on them, in order
    public CellReader(ValueReading raw, List<ColumnRepair> repairs) {
        this.raw = raw;
        this.type = raw.type();
        this.asWritten = widest(raw);
        this.asTyped = widest(ValueReading.of(type));
        this.steps = ColumnStep.of(type, repairs);
    }

    /// The value of a cell.
    ///
    /// @param typed whether the source holds it as a value of its own (a number in JSON, a date in Parquet)
    ///     and not as text that people wrote, in which a text may also stand for a missing one
    public CellValue read(String cell, boolean typed) {
        boolean label = typed && type == ColumnType.TEXT;
        CellValue value = label ? new CellValue.Label(cell) : value(cell, typed ? asTyped : asWritten);
        for (ColumnStep step : steps) {
            value = value.isUnreadable() ? value : step.apply(value);
        }
        return value;
    }

    private CellValue value(String cell, ColumnPlan plan) {
        if (type == ColumnType.TEXT || type == ColumnType.BOOLEAN) {
            return CellText.read(cell, plan);
        }
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        int meanings = Spelling.meanings(bytes, 0, bytes.length);
        if (type == ColumnType.INTEGER || type == ColumnType.NUMBER) {
            return number(cell, bytes, meanings, plan);
        }
        CellValue value = CellText.read(cell, bytes, meanings, plan);
        if (value.isUnreadable()) {
            value = byTheYear(cell, bytes, meanings);
        }
        return type == ColumnType.DATE && value instanceof CellValue.Moment(long micros)
                ? new CellValue.Day(Math.floorDiv(micros, MICROS_PER_DAY))
                : value;
    }

    private CellValue number(String cell, byte[] bytes, int meanings, ColumnPlan plan) {
        boolean whole = type == ColumnType.INTEGER && Meaning.INTEGER.in(meanings);
        return whole
                ? new CellValue.Whole(ValueReader.whole(bytes, 0, bytes.length))
                : wholeAgain(CellText.read(cell, bytes, meanings, plan));
    }

    /// `3.0` among whole numbers is 3.
    private CellValue wholeAgain(CellValue value) {
        boolean whole = type == ColumnType.INTEGER
                && value instanceof CellValue.Real(double real)
                && real == Math.rint(real)
                && Math.abs(real) < Long.MAX_VALUE;
        return whole ? new CellValue.Whole((long) value.number()) : value;
    }

    /// A date in another order than the column's: the year first can only be meant in one way; where no order
    /// is known, neither can a date that is one in one order alone.
    private CellValue byTheYear(String cell, byte[] bytes, int meanings) {
        CellValue value = ordered(cell, bytes, meanings, DateOrder.UNAMBIGUOUS);
        if (!value.isUnreadable() || raw.dateOrder() != DateOrder.UNAMBIGUOUS) {
            return value;
        }
        CellValue monthFirst = ordered(cell, bytes, meanings, DateOrder.MONTH_FIRST);
        CellValue dayFirst = ordered(cell, bytes, meanings, DateOrder.DAY_FIRST);
        if (monthFirst.isUnreadable() || monthFirst.equals(dayFirst)) {
            return dayFirst;
        }
        return dayFirst.isUnreadable() ? monthFirst : CellValue.Absent.UNREADABLE;
    }

    private static CellValue ordered(String cell, byte[] bytes, int meanings, DateOrder order) {
        return CellText.read(
                cell, bytes, meanings, ColumnPlan.of(new ValueReading(ColumnType.TIMESTAMP, false, order)));
    }

    /// Real numbers for whole ones and points in time for days, which hold both.
    private static ColumnPlan widest(ValueReading reading) {
        ColumnType wide = switch (reading.type()) {
            case INTEGER -> ColumnType.NUMBER;
            case DATE -> ColumnType.TIMESTAMP;
            case NUMBER, BOOLEAN, TIMESTAMP, TEXT -> reading.type();
        };
        return ColumnPlan.of(new ValueReading(wide, reading.commaDecimal(), reading.dateOrder()));
    }
}
