package dev.signalbox.contract.action;

import dev.signalbox.contract.Require;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A model to be trained: the algorithm and its knobs.
///
/// @param candidateId unique within the run, 1 to 48 lower-case letters, digits and `-`
/// @param algorithm what learns; not `blend`
/// @param parameters knobs within their ranges; a knob left out has the learner's default, one that the
///     learner lacks is ignored by it
public record CandidateSpec(String candidateId, Algorithm algorithm, SortedMap<Hyperparameter, Double> parameters) {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,48}");

    public CandidateSpec {
        Require.that(
                candidateId != null && ID.matcher(candidateId).matches(),
                "candidateId is '" + candidateId + "'; expected 1 to 48 lower-case letters, digits or '-'");
        Require.present(algorithm, "algorithm");
        Require.that(algorithm != Algorithm.BLEND, "algorithm is blend; a blend is made by the Blend action");
        parameters =
                parameters == null ? new TreeMap<>() : Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        parameters.forEach(CandidateSpec::checkRange);
    }

    /// The knob's value, or the given default.
    public double parameter(Hyperparameter name, double otherwise) {
        Double value = parameters.get(name);
        return value == null ? otherwise : value;
    }

    private static void checkRange(Hyperparameter name, Double value) {
        Require.present(value, name.id());
        Require.inRange(value, name.low(), name.high(), name.id());
        Require.that(
                !name.whole() || value == Math.rint(value), name.id() + " is " + value + "; expected a whole number");
    }
}
