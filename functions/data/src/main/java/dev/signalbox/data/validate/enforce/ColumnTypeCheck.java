package dev.signalbox.data.validate.enforce;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.checks.TextKind;
import dev.signalbox.data.validate.datacontract.ContractColumn;
import dev.signalbox.data.validate.datacontract.DataContract;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.List;

/// A column's type differs from the contract. Whole numbers among real ones and days among points in time
/// are no change; the other way round is worth knowing.
public final class ColumnTypeCheck extends ColumnTermCheck {
    private static final double LEAST_READABLE = 0.5;

    @Override
    List<Finding> findings(Inspection inspection, DataContract contract, ContractColumn terms, ScannedColumn column) {
        ColumnType was = terms.type();
        ColumnType now = column.type();
        if (was == now || column.profile().distinct() == 0 || isNarrower(now, was)) {
            return List.of();
        }
        if (isNarrower(was, now)) {
            return List.of(draft(FindingDraft.info(FindingCode.TYPE_CHANGED), contract, terms, column)
                    .says(sentence(contract, terms, column) + " Nothing needs to be done."));
        }
        double readable = readable(column, was);
        FindingDraft draft = draft(FindingDraft.error(FindingCode.TYPE_CHANGED), contract, terms, column)
                .evidence("readable", readable);
        if (readable >= LEAST_READABLE) {
            draft.repair(new Repair.ParseAs(column.name(), was));
        }
        return List.of(draft.says(sentence(contract, terms, column)
                + (readable >= LEAST_READABLE
                        ? " " + Quoted.percent(readable) + " of its values can be read as " + was.id() + ": read it so."
                        : " Hardly any value can be read as " + was.id()
                                + ". Correct the source, or accept the new type with quality.newContract.")));
    }

    /// Whether two types of contract and data are comparable value by value.
    static boolean isComparable(ColumnType a, ColumnType b) {
        return a == b || isNarrower(a, b) || isNarrower(b, a);
    }

    private static boolean isNarrower(ColumnType narrow, ColumnType wide) {
        return (narrow == ColumnType.INTEGER && wide == ColumnType.NUMBER)
                || (narrow == ColumnType.DATE && wide == ColumnType.TIMESTAMP);
    }

    private static FindingDraft draft(
            FindingDraft draft, DataContract contract, ContractColumn terms, ScannedColumn column) {
        return draft.column(terms.name())
                .evidence("contract_version", contract.version())
                .evidence("distinct", column.profile().distinct());
    }

    private static String sentence(DataContract contract, ContractColumn terms, ScannedColumn column) {
        return "Column " + Quoted.name(terms.name()) + " is of type "
                + column.type().id() + "; the data contract" + " (version " + contract.version() + ") expects "
                + terms.type().id() + ".";
    }

    /// Share of the present values of the sample that can be read as the wanted type.
    private static double readable(ScannedColumn column, ColumnType wanted) {
        if (wanted == ColumnType.TEXT) {
            return 1;
        }
        if (!(column.sample() instanceof SampleColumn.Labels labels)) {
            return wanted == ColumnType.BOOLEAN && column.profile().distinct() <= 2 ? 1 : 0;
        }
        boolean[] fits = new boolean[labels.labels().size()];
        for (int code = 0; code < fits.length; code++) {
            fits[code] = fits(labels.labels().get(code), wanted);
        }
        long readable = 0;
        long present = 0;
        for (int code : labels.codes()) {
            present += code >= 0 ? 1 : 0;
            readable += code >= 0 && fits[code] ? 1 : 0;
        }
        return present == 0 ? 0 : (double) readable / present;
    }

    private static boolean fits(String text, ColumnType wanted) {
        TextKind kind = TextKind.of(text);
        return switch (wanted) {
            case INTEGER -> kind == TextKind.WHOLE || kind == TextKind.CODE;
            case NUMBER -> kind == TextKind.WHOLE || kind == TextKind.NUMBER || kind == TextKind.CODE;
            case BOOLEAN ->
                List.of("true", "false", "t", "f", "yes", "no", "0", "1")
                        .contains(text.strip().toLowerCase(java.util.Locale.ROOT));
            case DATE -> kind == TextKind.DATE;
            case TIMESTAMP ->
                kind == TextKind.DATE || (text.length() > 10 && TextKind.of(text.substring(0, 10)) == TextKind.DATE);
            case TEXT -> true;
        };
    }
}
