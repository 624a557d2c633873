package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Text columns whose values are numbers or dates but for a few. Codes are left alone: values with leading
/// zeros and numbers too long for arithmetic.
public final class MixedTypesCheck implements Check {
    private static final double MOST = 0.95;
    private static final int LEAST_ROWS = 20;

    @Override
    public List<Finding> findings(Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        for (ScannedColumn column : inspection.used()) {
            boolean isTarget = inspection.isTarget(column);
            boolean asClass = isTarget
                    && inspection.config().task() != null
                    && inspection.config().task().isClassification();
            intendedType(column)
                    .filter(type -> !asClass)
                    .ifPresent(type -> findings.add(finding(column, type, isTarget)));
        }
        return findings;
    }

    /// What the values of a text column were meant to be; empty where they are texts.
    public static Optional<ColumnType> intendedType(ScannedColumn column) {
        return reading(column).map(Reading::type);
    }

    private static Finding finding(ScannedColumn column, ColumnType type, boolean isTarget) {
        double share = reading(column).map(Reading::share).orElse(1.0);
        FindingDraft draft =
                isTarget ? FindingDraft.error(FindingCode.MIXED_TYPES) : FindingDraft.warning(FindingCode.MIXED_TYPES);
        String kind = type == ColumnType.DATE ? "dates" : "numbers";
        return draft.column(column.name())
                .evidence("share", share)
                .repair(new Repair.ParseAs(column.name(), type))
                .says("Column " + Quoted.name(column.name()) + " is text, but " + Quoted.percent(share)
                        + " of its values are " + kind + "; expected one type. Read it as " + type.id()
                        + "; what cannot be read becomes missing.");
    }

    private static Optional<Reading> reading(ScannedColumn column) {
        if (!(column.sample() instanceof SampleColumn.Labels labels) || !column.isText()) {
            return Optional.empty();
        }
        long[] rowsOfLabel = new long[labels.labels().size()];
        long present = 0;
        for (int code : labels.codes()) {
            if (code >= 0) {
                rowsOfLabel[code]++;
                present++;
            }
        }
        long whole = 0;
        long numbers = 0;
        long dates = 0;
        for (int code = 0; code < rowsOfLabel.length; code++) {
            switch (TextKind.of(labels.labels().get(code))) {
                case CODE -> {
                    return Optional.empty();
                }
                case WHOLE -> whole += rowsOfLabel[code];
                case NUMBER -> numbers += rowsOfLabel[code];
                case DATE -> dates += rowsOfLabel[code];
                case TEXT -> {}
            }
        }
        return reading(present, whole, numbers, dates);
    }

    private static Optional<Reading> reading(long present, long whole, long numbers, long dates) {
        if (present < LEAST_ROWS) {
            return Optional.empty();
        }
        if (whole + numbers >= MOST * present) {
            ColumnType type = numbers == 0 ? ColumnType.INTEGER : ColumnType.NUMBER;
            return Optional.of(new Reading(type, (double) (whole + numbers) / present));
        }
        return dates >= MOST * present
                ? Optional.of(new Reading(ColumnType.DATE, (double) dates / present))
                : Optional.empty();
    }

    /// What most values can be read as.
    ///
    /// @param type wanted
    /// @param share of the values that can be read so
    private record Reading(ColumnType type, double share) {}
}
