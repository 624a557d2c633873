package dev.signalbox.data.ingest.type;

import dev.signalbox.contract.action.ColumnType;

/// What a column is and which meaning of its values counts.
///
/// @param type of the typed table
/// @param accepted the set of [Meaning]s that a value of the column may have; any for text
/// @param commaDecimal whether `,` is the decimal sign
/// @param ambiguousDays whether each day could be read with the month or with the day first
/// @param plain whether every value of the column is spelled as any reader of the file understands it
public record ColumnPlan(ColumnType type, int accepted, boolean commaDecimal, boolean ambiguousDays, boolean plain) {
    /// Text; always plain but for its missing values.
    public static ColumnPlan text(boolean plain) {
        return new ColumnPlan(ColumnType.TEXT, ~0, false, false, plain);
    }

    /// Whether a value can be read as this column has it; missing values always can.
    public boolean accepts(int meanings) {
        return (meanings & (accepted | Meaning.MISSING.bit())) != 0 || type == ColumnType.TEXT;
    }

    /// Whether a value is missing here.
    public boolean isMissing(int meanings) {
        return Meaning.MISSING.in(meanings) || (type != ColumnType.TEXT && Meaning.DASH.in(meanings));
    }

    /// Whether days are read with the month first.
    public boolean monthFirst() {
        return type != ColumnType.TEXT && Meaning.DATE_MDY.in(accepted);
    }
}
