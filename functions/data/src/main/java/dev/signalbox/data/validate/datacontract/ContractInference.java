package dev.signalbox.data.validate.datacontract;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.data.validate.profile.ColumnNature;
import dev.signalbox.data.validate.profile.ScannedColumn;
import dev.signalbox.data.validate.profile.ScannedDataset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a contract from a dataset that is usable.
///
/// A contract must hold for the next dataset of the same kind, not only for this one: ranges get room on
/// both sides, vocabularies are closed only where new words are unlikely, and what moves with time has no
/// range.
public final class ContractInference {
    /// Share of rows with a category seen once up to which a vocabulary counts as closed. By Good and Turing
    /// this share estimates how often the next row brings a category that is new (I. J. Good, Biometrika 40,
    /// 1953).
    private static final double MOST_NEW_CATEGORIES = 0.01;

    private static final int MOST_CATEGORIES = 1_000;
    private static final double ROOM = 0.5;
    private static final double MOSTLY_MISSING = 0.9;
    private static final int MOST_RELATIONS = 50;

    private ContractInference() {}

    /// The contract of a dataset.
    ///
    /// @param version its number
    /// @param target the column to predict
    /// @param ignored columns that the pipeline does not use
    public static DataContract of(ScannedDataset dataset, int version, String target, Collection<String> ignored) {
        List<ContractColumn> columns = dataset.columns().values().stream()
                .filter(column -> !ignored.contains(column.name()))
                .map(column -> columnOf(column, dataset.rows(), column.name().equals(target)))
                .toList();
        return new DataContract(
                version, target, dataset.rows(), columns, TargetRelations.of(dataset, target, ignored, MOST_RELATIONS));
    }

    private static ContractColumn columnOf(ScannedColumn column, long rows, boolean isTarget) {
        ColumnProfile profile = column.profile();
        double missing = (double) profile.missing() / Math.max(1, rows);
        boolean hasRange = hasRange(column, rows);
        return new ContractColumn(
                profile.name(),
                profile.type(),
                isTarget || isUseful(column, rows, missing),
                profile.missing() > 0,
                missing,
                !isTarget && ColumnNature.isKey(column, rows),
                hasRange ? low(profile) : null,
                hasRange ? high(profile) : null,
                profile.quantiles(),
                categories(column, rows));
    }

    private static boolean isUseful(ScannedColumn column, long rows, double missing) {
        return column.profile().distinct() > 1
                && missing < MOSTLY_MISSING
                && !ColumnNature.identifiesRows(column, rows);
    }

    private static boolean hasRange(ScannedColumn column, long rows) {
        ColumnType type = column.type();
        return (type == ColumnType.NUMBER || type == ColumnType.INTEGER)
                && column.profile().distinct() > 1
                && !ColumnNature.movesWithTime(column)
                && !ColumnNature.identifiesRows(column, rows);
    }

    /// Half the width as room; no room below zero where nothing was negative.
    private static @Nullable Double low(ColumnProfile profile) {
        if (profile.min() == null || profile.max() == null) {
            return null;
        }
        double low = profile.min() - ROOM * (profile.max() - profile.min());
        return profile.min() >= 0 ? Double.valueOf(Math.max(0, low)) : Double.valueOf(low);
    }

    private static @Nullable Double high(ColumnProfile profile) {
        if (profile.min() == null || profile.max() == null) {
            return null;
        }
        double high = profile.max() + ROOM * (profile.max() - profile.min());
        return profile.max() <= 0 ? Double.valueOf(Math.min(0, high)) : Double.valueOf(high);
    }

    private static @Nullable List<String> categories(ScannedColumn column, long rows) {
        List<ValueCount> counts = column.counts();
        if (counts == null || counts.isEmpty() || counts.size() > MOST_CATEGORIES || !column.isText()) {
            return null;
        }
        long once = counts.stream().filter(count -> count.count() == 1).count();
        return once > MOST_NEW_CATEGORIES * (rows - column.profile().missing())
                ? null
                : counts.stream().map(ValueCount::value).toList();
    }
}
