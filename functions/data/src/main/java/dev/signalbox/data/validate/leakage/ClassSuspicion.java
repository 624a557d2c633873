package dev.signalbox.data.validate.leakage;

import dev.signalbox.contract.finding.Severity;
import dev.signalbox.data.validate.leakage.LeakageCheck.Evidence;
import dev.signalbox.data.validate.profile.ColumnNature;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.Optional;

/// Suspicion against features of a classification.
final class ClassSuspicion implements LeakageCheck.Suspicion {
    private static final double ERROR_GAIN = 0.975;
    private static final double WARNING_GAIN = 0.965;
    private static final int LEAST_ROWS = 30;
    private static final int LEAST_IN_CLASS = 5;
    private static final int MOST_CODES = 50;
    /// An unlucky error for categories; three for intervals, whose bounds were chosen on the same rows.
    private static final double CATEGORY_DOUBT = 1;

    private static final double INTERVAL_DOUBT = 3;

    private final ClassCodes target;

    ClassSuspicion(ClassCodes target) {
        this.target = target;
    }

    @Override
    public Optional<Evidence> of(ScannedColumn feature) {
        if (target.rows() < LEAST_ROWS || target.classes() < 2) {
            return Optional.empty();
        }
        return switch (feature.sample()) {
            case SampleColumn.Labels labels ->
                byCategories(labels.codes(), labels.labels().size());
            case SampleColumn.Numbers numbers -> byNumbers(feature, numbers);
        };
    }

    private Optional<Evidence> byNumbers(ScannedColumn feature, SampleColumn.Numbers numbers) {
        Optional<Evidence> byCategories = Optional.empty();
        if (feature.profile().distinct() <= MOST_CODES) {
            int[] categories = CategoryRule.categoriesOf(numbers);
            byCategories = byCategories(categories, (int) feature.profile().distinct());
        }
        if (byCategories.isPresent()) {
            return byCategories;
        }
        Separation separation = IntervalRule.judge(numbers.values(), target);
        Optional<Evidence> found = evidence(separation, separation.gain(INTERVAL_DOUBT));
        // Classes that follow each other in time are no leak by themselves.
        return ColumnNature.isCalendar(feature)
                ? found.map(evidence -> new Evidence(
                        Severity.WARNING, evidence.measure(), evidence.value(), evidence.rows(), evidence.what()))
                : found;
    }

    private Optional<Evidence> byCategories(int[] categories, int count) {
        Separation separation = CategoryRule.judge(categories, count, target);
        boolean copy = count == target.classes() && separation.isPerfect() && smallestClass() >= LEAST_IN_CLASS;
        return evidence(separation, copy ? 1 : separation.gain(CATEGORY_DOUBT));
    }

    private int smallestClass() {
        return java.util.Arrays.stream(target.sizes()).min().orElse(0);
    }

    private Optional<Evidence> evidence(Separation separation, double gain) {
        if (gain < WARNING_GAIN) {
            return Optional.empty();
        }
        double accuracy = 1 - (double) separation.errors() / target.rows();
        return Optional.of(new Evidence(
                gain >= ERROR_GAIN ? Severity.ERROR : Severity.WARNING,
                "accuracy",
                accuracy,
                target.rows(),
                separation.isPerfect() ? "determines" : "all but determines"));
    }
}
