package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// Labels that are spelled in several ways, such as `male`, ` Male` and `M` ([LabelSpelling]). In the target
/// they are an error, since they tear a class apart, and in a feature where one row in twenty has another
/// spelling than the usual one, unless a data contract knows the usual one better; single letters in both
/// cases are taken for what they are and only mentioned.
public final class LabelVariantsCheck implements Check {
    private static final int LONGEST_LABEL = 199;
    private static final double MANY = 0.05;

    @Override
    public List<Finding> findings(Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        for (ScannedColumn column : inspection.used()) {
            SortedMap<String, String> variants = variants(column);
            if (!variants.isEmpty()) {
                findings.add(finding(column, variants, inspection.isTarget(column), inspection.contract() == null));
            }
        }
        return findings;
    }

    /// From each spelling that is not the usual one of its label to the usual one, which is the most
    /// frequent.
    public static SortedMap<String, String> variants(ScannedColumn column) {
        SortedMap<String, String> variants =
                column.isText() ? LabelSpelling.variants(column.countsOrEmpty()) : new TreeMap<>();
        variants.keySet().removeIf(label -> label.length() > LONGEST_LABEL);
        return variants;
    }

    /// A label in lower case, without spaces around it and with single ones within.
    public static String plain(String label) {
        StringBuilder plain = new StringBuilder();
        label.codePoints()
                .map(c -> Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> c != ' ' || (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' '))
                .forEach(plain::appendCodePoint);
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static Finding finding(
            ScannedColumn column, SortedMap<String, String> variants, boolean isTarget, boolean first) {
        boolean letters = variants.entrySet().stream()
                .allMatch(label ->
                        label.getKey().length() == 1 && label.getValue().length() == 1);
        long rows = column.countsOrEmpty().stream()
                .filter(count -> variants.containsKey(count.value()))
                .mapToLong(ValueCount::count)
                .sum();
        double share = (double) rows / Math.max(1, total(column));
        FindingDraft draft = (isTarget || (first && share >= MANY)) && !letters
                ? FindingDraft.error(FindingCode.LABEL_VARIANTS)
                : FindingDraft.warning(FindingCode.LABEL_VARIANTS);
        String example = variants.firstKey();
        return draft.column(column.name())
                .evidence("labels", variants.size())
                .evidence("rows", rows)
                .repair(new Repair.MapLabels(column.name(), variants))
                .says("Column " + Quoted.name(column.name()) + " spells "
                        + Quoted.count(variants.size(), "label", "labels") + " otherwise than usual ("
                        + Quoted.rows(rows) + "), such as " + Quoted.name(example) + " for "
                        + Quoted.name(variants.getOrDefault(example, "")) + "; expected one spelling. Map them.");
    }

    private static long total(ScannedColumn column) {
        return column.countsOrEmpty().stream().mapToLong(ValueCount::count).sum();
    }
}
