package dev.signalbox.data.validate.drift;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.profile.Histogram;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.data.validate.checks.Check;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.profile.ColumnNature;
import dev.signalbox.data.validate.profile.Quantiles;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Columns whose distribution differs from the champion's training data. Dates, years and ids move on by
/// nature and are left out. The level of the test is shared among the columns (Bonferroni), so that wide
/// tables raise no more false alarms than narrow ones.
public final class DriftCheck implements Check {
    private static final double LEVEL = 0.001;

    @Override
    public List<Finding> findings(Inspection inspection) {
        DatasetProfile champion = inspection.champion();
        if (champion == null || inspection.rows() == 0) {
            return List.of();
        }
        double level = LEVEL / Math.max(1, inspection.used().size());
        double limit = inspection.config().quality().maxDriftPsi();
        List<Finding> findings = new ArrayList<>();
        for (Compared compared : pairs(inspection, champion)) {
            BinnedPair pair = compared.pair();
            double index = pair.stabilityIndex();
            double chance = index < limit ? 1 : pair.chance();
            if (index >= limit && chance < level) {
                findings.add(finding(inspection, compared.column(), pair, chance));
            }
        }
        return findings;
    }

    /// The largest PSI of the columns, found worth a finding or not; empty where nothing can be compared.
    public static OptionalDouble largest(Inspection inspection) {
        DatasetProfile champion = inspection.champion();
        return champion == null || inspection.rows() == 0
                ? OptionalDouble.empty()
                : pairs(inspection, champion).stream()
                        .mapToDouble(compared -> compared.pair().stabilityIndex())
                        .max();
    }

    private static List<Compared> pairs(Inspection inspection, DatasetProfile champion) {
        Map<String, ColumnProfile> before = new HashMap<>();
        champion.columns().forEach(column -> before.put(column.name(), column));
        List<Compared> pairs = new ArrayList<>();
        for (ScannedColumn column : inspection.used()) {
            ColumnProfile old = before.get(column.name());
            if (old != null && !movesOn(column, inspection.rows())) {
                pair(old, champion.rows(), column).ifPresent(pair -> pairs.add(new Compared(column, pair)));
            }
        }
        return pairs;
    }

    /// @param column of this dataset
    /// @param pair its values and the champion's
    private record Compared(ScannedColumn column, BinnedPair pair) {}

    private static boolean movesOn(ScannedColumn column, long rows) {
        return ColumnNature.movesWithTime(column) || ColumnNature.identifiesRows(column, rows);
    }

    /// Both samples over the champion's bins, with one more for missing values; empty where they cannot be
    /// compared.
    private static Optional<BinnedPair> pair(ColumnProfile old, long oldRows, ScannedColumn column) {
        boolean few = old.distinct() <= old.top().size() && column.counts() != null;
        return switch (column.sample()) {
            case SampleColumn.Numbers numbers when !few -> numberPair(old, numbers);
            case SampleColumn.Numbers _ -> labelPair(old, oldRows, column);
            case SampleColumn.Labels _ -> labelPair(old, oldRows, column);
        };
    }

    private static Optional<BinnedPair> numberPair(ColumnProfile old, SampleColumn.Numbers numbers) {
        Histogram histogram = old.histogram();
        if (histogram == null || histogram.counts().isEmpty()) {
            return Optional.empty();
        }
        int bins = histogram.counts().size();
        long[] before = new long[bins + 1];
        for (int bin = 0; bin < bins; bin++) {
            before[bin] = histogram.counts().get(bin);
        }
        before[bins] = old.missing();
        long[] now = Arrays.copyOf(Quantiles.counts(histogram.edges(), numbers.values()), bins + 1);
        now[bins] = Arrays.stream(numbers.values()).filter(Double::isNaN).count();
        return Optional.of(new BinnedPair(before, now));
    }

    private static Optional<BinnedPair> labelPair(ColumnProfile old, long oldRows, ScannedColumn column) {
        if (old.top().isEmpty() || old.type() != column.type()) {
            return Optional.empty();
        }
        int known = old.top().size();
        Map<String, Integer> binOf = new HashMap<>();
        long[] before = new long[known + 2];
        long others = oldRows - old.missing();
        for (int bin = 0; bin < known; bin++) {
            ValueCount value = old.top().get(bin);
            binOf.put(value.value(), bin);
            before[bin] = value.count();
            others -= value.count();
        }
        before[known] = Math.max(0, others);
        before[known + 1] = old.missing();
        return Optional.of(new BinnedPair(before, countsNow(column, binOf)));
    }

    private static long[] countsNow(ScannedColumn column, Map<String, Integer> binOf) {
        int known = binOf.size();
        long[] now = new long[known + 2];
        if (column.counts() == null && column.sample() instanceof SampleColumn.Labels labels) {
            for (int code : labels.codes()) {
                now[code < 0 ? known + 1 : binOf.getOrDefault(labels.labels().get(code), known)]++;
            }
            return now;
        }
        for (ValueCount count : column.countsOrEmpty()) {
            now[binOf.getOrDefault(count.value(), known)] += count.count();
        }
        now[known + 1] = column.profile().missing();
        return now;
    }

    private static Finding finding(Inspection inspection, ScannedColumn column, BinnedPair pair, double chance) {
        double index = pair.stabilityIndex();
        return FindingDraft.warning(FindingCode.DRIFT)
                .column(column.name())
                .evidence("psi", index)
                .evidence("p_value", chance)
                .evidence("rows", pair.rowsNow())
                .evidence("champion_rows", pair.rowsBefore())
                .says((inspection.isTarget(column) ? "The target " : "Column ") + Quoted.name(column.name())
                        + " is distributed otherwise than in the champion's training data: PSI "
                        + Quoted.number(Math.rint(index * 1000) / 1000) + " over " + Quoted.rows(pair.rowsNow())
                        + " against " + pair.rowsBefore() + "; expected below "
                        + Quoted.number(inspection.config().quality().maxDriftPsi())
                        + ". Find out why before the new model replaces the old one.");
    }
}
