package dev.signalbox.data.validate.leakage;

import dev.signalbox.contract.finding.Severity;
import dev.signalbox.data.validate.checks.LabelVariantsCheck;
import dev.signalbox.data.validate.leakage.LeakageCheck.Evidence;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A copy of the target's own words with noise in it. The words are the evidence that a strong feature does
/// not bring, so that less agreement is enough; words that any column may have (yes, 1, high) are no such
/// evidence, and what is named like an earlier value may be known in time: both are only worth a look.
final class NoisyCopy {
    private static final double LEAST_GAIN = 0.9;
    private static final Set<String> ANYBODYS = Set.of(
            "yes", "no", "y", "n", "true", "false", "t", "f", "0", "1", "0.0", "1.0", "low", "medium", "high", "good",
            "bad", "on", "off", "none", "male", "female", "m", "a", "b", "c", "d");
    private static final List<String> EARLIER = List.of("prev", "last", "lag", "old", "former", "before", "prior");

    private final @Nullable SampleColumn target;
    private final ClassCodes classes;

    /// @param target the column to predict; texts or nothing can be found
    NoisyCopy(@Nullable SampleColumn target, ClassCodes classes) {
        this.target = target;
        this.classes = classes;
    }

    /// What speaks against a feature; empty where it has other words or agrees too rarely.
    Optional<Evidence> of(ScannedColumn feature) {
        if (!(target instanceof SampleColumn.Labels wanted)
                || !(feature.sample() instanceof SampleColumn.Labels found)
                || found.labels().size() > ClassCodes.MOST_CLASSES) {
            return Optional.empty();
        }
        List<String> words = plain(found.labels());
        List<String> answers = plain(wanted.labels());
        if (!new HashSet<>(words).equals(new HashSet<>(answers))) {
            return Optional.empty();
        }
        int same = 0;
        for (int row = 0; row < classes.codes().length; row++) {
            boolean both = wanted.codes()[row] >= 0 && found.codes()[row] >= 0;
            same += both && words.get(found.codes()[row]).equals(answers.get(wanted.codes()[row])) ? 1 : 0;
        }
        Separation separation = CategoryRule.judge(found.codes(), found.labels().size(), classes);
        double agreement = (double) same / classes.rows();
        boolean copy = separation.gain(1) >= LEAST_GAIN && agreement >= LEAST_GAIN;
        return copy
                ? Optional.of(new Evidence(
                        severity(feature, answers),
                        "agreement",
                        agreement,
                        classes.rows(),
                        "has the words and nearly" + " always the value of"))
                : Optional.empty();
    }

    private static Severity severity(ScannedColumn feature, List<String> answers) {
        String name = feature.name().toLowerCase(Locale.ROOT);
        boolean weak = ANYBODYS.containsAll(answers) || EARLIER.stream().anyMatch(name::contains);
        return weak ? Severity.WARNING : Severity.ERROR;
    }

    private static List<String> plain(List<String> labels) {
        return labels.stream().map(LabelVariantsCheck::plain).toList();
    }
}
