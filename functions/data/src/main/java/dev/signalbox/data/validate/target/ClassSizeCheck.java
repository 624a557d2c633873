package dev.signalbox.data.validate.target;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.data.validate.checks.Check;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.LabelVariantsCheck;
import dev.signalbox.data.validate.checks.MixedTypesCheck;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Classes with too few rows to be learned and judged, and classes much rarer than others. Spellings of one
/// label count as one class.
public final class ClassSizeCheck implements Check {
    /// With a fifth each for validation and holdout, fewer leave one row or none to judge by.
    static final int LEAST_ROWS = 8;

    private static final double LEAST_KEPT_SHARE = 0.5;
    private static final double IMBALANCE = 10;

    @Override
    public List<Finding> findings(Inspection inspection) {
        ScannedColumn target = inspection.target();
        Task task = inspection.profile().task();
        if (target == null
                || task == null
                || !task.isClassification()
                || target.counts() == null
                || MixedTypesCheck.intendedType(target).isPresent()) {
            return List.of();
        }
        Map<String, Long> classes = classes(target);
        List<Finding> findings = new ArrayList<>();
        if (classes.values().stream().anyMatch(rows -> rows < LEAST_ROWS)) {
            findings.add(rare(target, classes));
        }
        long most = classes.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long least = classes.values().stream()
                .mapToLong(Long::longValue)
                .filter(rows -> rows >= LEAST_ROWS)
                .min()
                .orElse(most);
        if (most >= IMBALANCE * least) {
            findings.add(imbalance(target, inspection.rows(), most, least));
        }
        return findings;
    }

    /// Classes with enough rows, spellings of one label taken together.
    static long learnable(ScannedColumn target) {
        return classes(target).values().stream()
                .filter(rows -> rows >= LEAST_ROWS)
                .count();
    }

    private static Map<String, Long> classes(ScannedColumn target) {
        Map<String, String> variants = LabelVariantsCheck.variants(target);
        Map<String, Long> classes = new LinkedHashMap<>();
        for (ValueCount count : target.countsOrEmpty()) {
            classes.merge(variants.getOrDefault(count.value(), count.value()), count.count(), Long::sum);
        }
        return classes;
    }

    private static Finding rare(ScannedColumn target, Map<String, Long> classes) {
        List<String> rare = new ArrayList<>();
        long rareRows = 0;
        long rows = 0;
        for (Map.Entry<String, Long> entry : classes.entrySet()) {
            rows += entry.getValue();
            if (entry.getValue() < LEAST_ROWS) {
                rare.add(entry.getKey());
                rareRows += entry.getValue();
            }
        }
        FindingDraft draft = FindingDraft.error(FindingCode.TARGET_RARE_CLASS)
                .column(target.name())
                .evidence("classes", rare.size())
                .evidence("rows", rareRows)
                .evidence("expected", LEAST_ROWS);
        boolean curable = classes.size() - rare.size() >= 2 && rows - rareRows >= LEAST_KEPT_SHARE * rows;
        if (curable) {
            draft.repair(new Repair.DropRows(target.name(), RowCondition.IN, spellings(target, rare)));
        }
        return draft.says("The target " + Quoted.name(target.name()) + " has "
                + Quoted.count(rare.size(), "class", "classes") + " with fewer than " + LEAST_ROWS + " rows: "
                + Quoted.names(rare) + " (" + Quoted.rows(rareRows) + "); expected at least " + LEAST_ROWS
                + " each to learn and to judge. "
                + (curable
                        ? "Drop these rows, or bring more of them."
                        : "Too little would be left without them: bring more rows, or name another target."));
    }

    private static List<String> spellings(ScannedColumn target, List<String> labels) {
        Map<String, String> variants = LabelVariantsCheck.variants(target);
        return target.countsOrEmpty().stream()
                .map(ValueCount::value)
                .filter(value -> labels.contains(variants.getOrDefault(value, value)))
                .toList();
    }

    private static Finding imbalance(ScannedColumn target, long rows, long most, long least) {
        return FindingDraft.warning(FindingCode.CLASS_IMBALANCE)
                .column(target.name())
                .evidence("ratio", (double) most / least)
                .evidence("rows", least)
                .evidence("share", (double) least / rows)
                .says("The most frequent class of " + Quoted.name(target.name()) + " has "
                        + Quoted.number(Math.rint((double) most / least)) + " times the rows of the rarest, which has "
                        + Quoted.rows(least) + ". Accuracy says little here: judge by PR AUC or log loss, and weight"
                        + " the classes.");
    }
}
