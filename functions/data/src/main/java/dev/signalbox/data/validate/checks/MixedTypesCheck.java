package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Text columns whose values are mostly numbers or dates. Codes are left alone: values with leading zeros and
/// numbers too long for arithmetic.
///
/// Where all but a few are, or the others only say that nothing is known, the column can be read so and the
/// others are missing: an error, for as text a measurement teaches next to nothing. Where many are not,
/// nobody but the owner knows what they should be: the column stays text, and is worth a warning if it has as many
/// different numbers as a measurement has (`0, 1, 2, 3+` are labels).
public final class MixedTypesCheck implements Check {
    private static final double ALL_BUT_A_FEW = 0.95;
    private static final double MOST = 0.5;
    private static final int LEAST_ROWS = 20;
    private static final int LEAST_MEASURED = 20;
    private static final int OTHERS_SHOWN = 3;

    @Override
    public List<Finding> findings(Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        for (ScannedColumn column : inspection.used()) {
            boolean isTarget = inspection.isTarget(column);
            boolean asClass = isTarget
                    && inspection.config().task() != null
                    && inspection.config().task().isClassification();
            if (!asClass) {
                reading(column, MOST).ifPresent(reading -> findings.add(finding(column, reading, isTarget)));
            }
        }
        return findings;
    }

    /// What the values of a text column were meant to be; empty where they are texts.
    public static Optional<ColumnType> intendedType(ScannedColumn column) {
        return reading(column, MOST).filter(Reading::isClear).map(Reading::type);
    }

    private static Finding finding(ScannedColumn column, Reading reading, boolean isTarget) {
        boolean clear = reading.isClear();
        FindingDraft draft = clear && (isTarget || reading.measured() >= LEAST_MEASURED)
                ? FindingDraft.error(FindingCode.MIXED_TYPES)
                : FindingDraft.warning(FindingCode.MIXED_TYPES);
        draft.column(column.name()).evidence("share", reading.share());
        String kind = reading.type() == ColumnType.DATE ? "dates" : "numbers";
        String found = "Column " + Quoted.name(column.name()) + " is text, but " + Quoted.percent(reading.share())
                + " of its values are " + kind + "; expected one type. ";
        return clear
                ? draft.repair(new Repair.ParseAs(column.name(), reading.type()))
                        .says(found + "Read it as " + reading.type().id() + "; what cannot be read becomes missing.")
                : draft.says(found + "It is used as text; correct the others, such as " + Quoted.names(reading.others())
                        + ", or leave them empty.");
    }

    private static Optional<Reading> reading(ScannedColumn column, double least) {
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
        EnumMap<TextKind, Long> rowsOfKind = new EnumMap<>(TextKind.class);
        List<String> texts = new ArrayList<>();
        boolean known = true;
        int measured = 0;
        for (int code = 0; code < rowsOfLabel.length; code++) {
            TextKind kind = TextKind.of(labels.labels().get(code));
            rowsOfKind.merge(kind, rowsOfLabel[code], Long::sum);
            measured += kind != TextKind.TEXT && rowsOfLabel[code] > 0 ? 1 : 0;
            if (kind == TextKind.TEXT && rowsOfLabel[code] > 0) {
                known &= UnknownWords.contains(labels.labels().get(code));
                if (texts.size() < OTHERS_SHOWN) {
                    texts.add(labels.labels().get(code));
                }
            }
        }
        if (rowsOfKind.containsKey(TextKind.CODE) || present < LEAST_ROWS) {
            return Optional.empty();
        }
        double needed = measured < LEAST_MEASURED ? ALL_BUT_A_FEW : least;
        return reading(present, rowsOfKind, texts, known, measured).filter(reading -> reading.share() >= needed);
    }

    private static Optional<Reading> reading(
            long present, Map<TextKind, Long> rows, List<String> others, boolean known, int measured) {
        long numbers = rows.getOrDefault(TextKind.NUMBER, 0L);
        long numeric = numbers + rows.getOrDefault(TextKind.WHOLE, 0L);
        long dates = rows.getOrDefault(TextKind.DATE, 0L);
        if (Math.max(numeric, dates) == 0) {
            return Optional.empty();
        }
        ColumnType number = numbers == 0 ? ColumnType.INTEGER : ColumnType.NUMBER;
        return Optional.of(
                dates > numeric
                        ? new Reading(ColumnType.DATE, (double) dates / present, others, known, measured)
                        : new Reading(number, (double) numeric / present, others, known, measured));
    }

    /// What most values can be read as.
    ///
    /// @param type wanted
    /// @param share of the values that can be read so
    /// @param others a few that cannot be read as a number or date
    /// @param known whether all others are words for a missing value
    /// @param measured different numbers or dates
    private record Reading(ColumnType type, double share, List<String> others, boolean known, int measured) {
        boolean isClear() {
            return share >= ALL_BUT_A_FEW || (known && measured >= LEAST_MEASURED);
        }
    }
}
