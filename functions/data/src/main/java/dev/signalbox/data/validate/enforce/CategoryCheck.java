package dev.signalbox.data.validate.enforce;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.LabelVariantsCheck;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.datacontract.ContractColumn;
import dev.signalbox.data.validate.datacontract.DataContract;
import dev.signalbox.data.validate.datacontract.NameDistance;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Categories that the contract does not know. A new class of the target is an error, for neither champion
/// nor contract knows it; in a feature only a vocabulary that changed as a whole is one.
public final class CategoryCheck extends ColumnTermCheck {
    private static final double ERROR_SHARE = 0.5;
    private static final int ERROR_ROWS = 5;
    private static final int LEAST_LETTERS = 5;
    private static final int LONGEST_LABEL = 199;
    private static final int MOST_LABELS = 1_000;

    @Override
    List<Finding> findings(Inspection inspection, DataContract contract, ContractColumn terms, ScannedColumn column) {
        if (terms.categories() == null || terms.type() != column.type()) {
            return List.of();
        }
        Set<String> known = new HashSet<>(terms.categories());
        // Above a thousand values only the twenty most frequent are at hand; they tell enough.
        List<ValueCount> values = column.counts() == null ? column.profile().top() : column.countsOrEmpty();
        List<ValueCount> unseen = values.stream()
                .filter(value -> !known.contains(value.value()) && value.value().length() <= LONGEST_LABEL)
                .limit(MOST_LABELS)
                .toList();
        return unseen.isEmpty() ? List.of() : List.of(finding(inspection, terms, column, unseen));
    }

    private static Finding finding(
            Inspection inspection, ContractColumn terms, ScannedColumn column, List<ValueCount> unseen) {
        long rows = unseen.stream().mapToLong(ValueCount::count).sum();
        double share =
                (double) rows / Math.max(1, inspection.rows() - column.profile().missing());
        boolean isTarget = inspection.isTarget(column);
        boolean broken = isTarget || (share > ERROR_SHARE && rows >= ERROR_ROWS);
        FindingDraft draft = broken
                ? FindingDraft.error(FindingCode.UNSEEN_CATEGORY)
                : FindingDraft.warning(FindingCode.UNSEEN_CATEGORY);
        SortedMap<String, String> meant = meant(terms, unseen);
        List<String> names = unseen.stream().map(ValueCount::value).toList();
        if (!meant.isEmpty()) {
            draft.repair(new Repair.MapLabels(column.name(), meant));
        }
        if (share <= ERROR_SHARE && (isTarget || meant.size() < unseen.size())) {
            draft.repair(new Repair.DropRows(column.name(), RowCondition.IN, names));
        }
        return draft.column(column.name())
                .evidence("categories", unseen.size())
                .evidence("rows", rows)
                .evidence("share", share)
                .says("Column " + Quoted.name(column.name()) + " has "
                        + Quoted.count(unseen.size(), "category", "categories")
                        + " that the data contract does not know: "
                        + Quoted.names(names) + " (" + Quoted.rows(rows) + "); expected one of "
                        + Quoted.names(terms.categories() == null ? List.of() : terms.categories())
                        + ". Map spellings, correct the source, or accept them with quality.newContract.");
    }

    /// From an unknown label to the known one that must be meant: another spelling, or one edit away in a
    /// longer word.
    private static SortedMap<String, String> meant(ContractColumn terms, List<ValueCount> unseen) {
        SortedMap<String, String> meant = new TreeMap<>();
        List<String> known = terms.categories() == null ? List.of() : terms.categories();
        for (ValueCount value : unseen) {
            Optional<String> spelling = known.stream()
                    .filter(label -> LabelVariantsCheck.plain(label).equals(LabelVariantsCheck.plain(value.value())))
                    .findFirst();
            spelling.or(() -> oneEditAway(value.value(), known)).ifPresent(label -> meant.put(value.value(), label));
        }
        return meant;
    }

    private static Optional<String> oneEditAway(String label, List<String> known) {
        if (label.length() < LEAST_LETTERS || label.chars().anyMatch(Character::isDigit)) {
            return Optional.empty();
        }
        List<String> near = known.stream()
                .filter(other -> other.length() >= LEAST_LETTERS && NameDistance.between(other, label) == 1)
                .toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }
}
