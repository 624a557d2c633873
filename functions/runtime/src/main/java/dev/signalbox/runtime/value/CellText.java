package dev.signalbox.runtime.value;

import dev.signalbox.contract.action.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// Reads text as a value of a column.
public final class CellText {
    /// Who asks for truths means these, too; a column of them alone is no column of truths, though.
    private static final Map<String, CellValue> TRUTHS = Map.ofEntries(
            Map.entry("1", new CellValue.Truth(true)),
            Map.entry("0", new CellValue.Truth(false)),
            Map.entry("1.0", new CellValue.Truth(true)),
            Map.entry("0.0", new CellValue.Truth(false)),
            Map.entry("yes", new CellValue.Truth(true)),
            Map.entry("no", new CellValue.Truth(false)),
            Map.entry("y", new CellValue.Truth(true)),
            Map.entry("n", new CellValue.Truth(false)),
            Map.entry("t", new CellValue.Truth(true)),
            Map.entry("f", new CellValue.Truth(false)));

    private CellText() {}

    /// The value; [CellValue.Absent#UNREADABLE] for a text that is no value of the column.
    public static CellValue read(String text, ColumnPlan plan) {
        if (plan.type() == ColumnType.BOOLEAN) {
            CellValue truth = TRUTHS.get(text.strip().toLowerCase(Locale.ROOT));
            if (truth != null) {
                return truth;
            }
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return read(text, bytes, Spelling.meanings(bytes, 0, bytes.length), plan);
    }

    /// The value of a text whose meanings are known.
    static CellValue read(String text, byte[] bytes, int meanings, ColumnPlan plan) {
        int end = bytes.length;
        if (plan.isMissing(meanings)) {
            return CellValue.Absent.MISSING;
        }
        if (!plan.fits(bytes, 0, end, meanings)) {
            return CellValue.Absent.UNREADABLE;
        }
        return switch (plan.type()) {
            case TEXT -> new CellValue.Label(text);
            case INTEGER ->
                new CellValue.Whole(
                        plan.isFraction(meanings)
                                ? (long) ValueReader.number(bytes, 0, end, false)
                                : ValueReader.whole(bytes, 0, end));
            case NUMBER -> new CellValue.Real(ValueReader.number(bytes, 0, end, plan.commaDecimal()));
            case BOOLEAN -> new CellValue.Truth(ValueReader.truth(bytes, 0, end));
            case DATE -> new CellValue.Day(ValueReader.epochDay(bytes, 0, end, plan));
            case TIMESTAMP -> new CellValue.Moment(ValueReader.epochMicros(bytes, 0, end, plan));
        };
    }
}
