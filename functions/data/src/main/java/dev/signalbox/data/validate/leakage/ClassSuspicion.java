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

    /// An id has no honest reason to tell the answer; so much is more than rows sorted by an honest column
    /// bring.
    private static final double ID_GAIN = 0.7;

    private final ClassCodes target;
    private final NoisyCopy copy;
    private final long rows;

    /// @param sample of the target
    /// @param rows of the table
    ClassSuspicion(SampleColumn sample, long rows) {
        this.target = ClassCodes.of(sample);
        this.copy = new NoisyCopy(sample, target);
        this.rows = rows;
    }

    @Override
    public Optional<Evidence> of(ScannedColumn feature) {
        if (target.rows() < LEAST_ROWS || target.classes() < 2) {
            return Optional.empty();
        }
        Optional<Evidence> byValues = switch (feature.sample()) {
            case SampleColumn.Labels labels ->
                byCategories(labels.codes(), labels.labels().size())
                        .or(() -> byParts(labels))
                        .or(() -> copy.of(feature));
            case SampleColumn.Numbers numbers -> byNumbers(feature, numbers);
        };
        return byValues.or(() -> byPresence(feature));
    }

    private Optional<Evidence> byParts(SampleColumn.Labels labels) {
        TextParts parts = TextParts.of(labels);
        return parts.areCodes(labels.labels().size()) ? byCategories(parts.codes(), parts.count()) : Optional.empty();
    }

    private Optional<Evidence> byPresence(ScannedColumn feature) {
        PresenceRule.Presence presence = PresenceRule.judge(feature.sample(), target);
        return presence.gain() < WARNING_GAIN
                ? Optional.empty()
                : Optional.of(new Evidence(
                        severity(presence.gain()),
                        "purity",
                        presence.purity(),
                        presence.filled(),
                        "by being filled in tells a class of"));
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
        double gain = separation.gain(INTERVAL_DOUBT);
        Optional<Evidence> found = evidence(separation, gain);
        if (found.isEmpty() && gain >= ID_GAIN && ColumnNature.identifiesRows(feature, rows)) {
            return Optional.of(new Evidence(
                    Severity.ERROR, "accuracy", accuracy(separation), target.rows(), "is an id and yet tells much of"));
        }
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
        return Optional.of(new Evidence(
                severity(gain),
                "accuracy",
                accuracy(separation),
                target.rows(),
                separation.isPerfect() ? "determines" : "all but determines"));
    }

    private double accuracy(Separation separation) {
        return 1 - (double) separation.errors() / target.rows();
    }

    private static Severity severity(double gain) {
        return gain >= ERROR_GAIN ? Severity.ERROR : Severity.WARNING;
    }
}
