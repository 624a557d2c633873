package dev.signalbox.data.validate.leakage;

import dev.signalbox.contract.finding.Severity;
import dev.signalbox.data.validate.leakage.LeakageCheck.Evidence;
import dev.signalbox.data.validate.profile.ColumnNature;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.Arrays;
import java.util.Optional;

/// Suspicion against features of a regression.
final class NumberSuspicion implements LeakageCheck.Suspicion {
    private static final double ERROR_SHARE = 0.998;
    private static final double WARNING_SHARE = 0.995;
    private static final double EXACT = 1 - 1e-9;

    private final double[] target;

    NumberSuspicion(SampleColumn target) {
        this.target = LeakageCheck.numbers(target).orElseGet(() -> new double[0]);
    }

    @Override
    public Optional<Evidence> of(ScannedColumn feature) {
        if (target.length == 0) {
            return Optional.empty();
        }
        Optional<Evidence> byPieces = byPieces(feature);
        if (byPieces.isPresent()) {
            return byPieces;
        }
        return switch (feature.sample()) {
            case SampleColumn.Labels labels ->
                evidence(
                        Explained.byCategory(labels.codes(), labels.labels().size(), target),
                        ERROR_SHARE,
                        target.length);
            case SampleColumn.Numbers numbers -> {
                Explained.Fit fit = Explained.byNumber(numbers.values(), target);
                // A quantity that only ever grows follows the calendar as closely as a copy would: only a straight
                // line through every row is proof then.
                boolean onlyLine = ColumnNature.movesWithTime(feature);
                yield onlyLine
                        ? evidence(fit.line() >= EXACT ? fit.line() : 0, EXACT, fit.pairs())
                        : evidence(fit.best(), ERROR_SHARE, fit.pairs());
            }
        };
    }

    private Optional<Evidence> byPieces(ScannedColumn feature) {
        if (ColumnNature.movesWithTime(feature) || feature.profile().distinct() > Buckets.MOST_BUCKETS) {
            return Optional.empty();
        }
        int[] categories = Buckets.categoriesOf(feature.sample());
        int count = Arrays.stream(categories).max().orElse(-1) + 1;
        return Buckets.areOf(categories, count, target)
                ? Optional.of(new Evidence(
                        Severity.ERROR,
                        "explained_variance",
                        Explained.byCategory(categories, count, target),
                        target.length,
                        "is cut out of"))
                : Optional.empty();
    }

    private static Optional<Evidence> evidence(double share, double errorFrom, long rows) {
        if (share < WARNING_SHARE) {
            return Optional.empty();
        }
        return Optional.of(new Evidence(
                share >= errorFrom ? Severity.ERROR : Severity.WARNING,
                "explained_variance",
                share,
                rows,
                share >= EXACT ? "determines" : "all but determines"));
    }
}
