package dev.signalbox.data.validate.enforce;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.datacontract.ContractColumn;
import dev.signalbox.data.validate.datacontract.NameDistance;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which new column is which missing one under another name.
///
/// Two columns are taken for one when their values are alike and either the names are near each other, or
/// the values are the very same set of categories. Every column is used once, nearest names first.
final class Renames {
    private static final double LEAST_OVERLAP = 0.5;
    private static final int LEAST_CATEGORIES = 2;
    private static final int LOW = 1;
    private static final int HIGH = 5;

    private Renames() {}

    /// From the contract's name to the data's.
    static Map<String, String> find(Inspection inspection, List<ContractColumn> missing, List<ScannedColumn> added) {
        record Pair(String from, String to, int distance) {}
        List<Pair> pairs = new ArrayList<>();
        for (ContractColumn old : missing) {
            for (ScannedColumn column : added) {
                if (isSame(inspection, old, column)) {
                    pairs.add(new Pair(old.name(), column.name(), NameDistance.between(old.name(), column.name())));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::distance)
                .thenComparing(Pair::from)
                .thenComparing(Pair::to));
        Map<String, String> renames = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!renames.containsKey(pair.from()) && taken.add(pair.to())) {
                renames.put(pair.from(), pair.to());
            }
        }
        return renames;
    }

    private static boolean isSame(Inspection inspection, ContractColumn old, ScannedColumn column) {
        if (!sameFamily(old.type(), column.type()) || inspection.isTarget(column)) {
            return false;
        }
        Optional<Double> overlap = overlap(old, column);
        boolean alike = overlap.map(share -> share >= LEAST_OVERLAP).orElse(true);
        boolean identical = old.categories() != null
                && old.categories().size() >= LEAST_CATEGORIES
                && overlap.map(share -> share == 1).orElse(false);
        return (alike && NameDistance.areNear(old.name(), column.name())) || identical;
    }

    private static boolean sameFamily(ColumnType a, ColumnType b) {
        return a == b || (isNumber(a) && isNumber(b));
    }

    private static boolean isNumber(ColumnType type) {
        return type == ColumnType.NUMBER || type == ColumnType.INTEGER;
    }

    /// Shared part of the values, 0 to 1; empty where nothing can be said.
    private static Optional<Double> overlap(ContractColumn old, ScannedColumn column) {
        if (old.categories() != null && column.counts() != null) {
            Set<String> both = new HashSet<>(old.categories());
            both.retainAll(
                    column.countsOrEmpty().stream().map(ValueCount::value).toList());
            int all = old.categories().size() + column.countsOrEmpty().size() - both.size();
            return Optional.of(all == 0 ? 1.0 : (double) both.size() / all);
        }
        List<Double> now = column.profile().quantiles();
        if (old.quantiles().size() <= HIGH || now.size() <= HIGH) {
            return Optional.empty();
        }
        double shared = Math.min(old.quantiles().get(HIGH), now.get(HIGH))
                - Math.max(old.quantiles().get(LOW), now.get(LOW));
        double whole = Math.max(old.quantiles().get(HIGH), now.get(HIGH))
                - Math.min(old.quantiles().get(LOW), now.get(LOW));
        return Optional.of(whole <= 0 ? 1.0 : Math.max(0, shared / whole));
    }
}
