package dev.signalbox.model.learn;

import dev.signalbox.contract.Require;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where a model comes from: enough to make it again, bit for bit.
///
/// @param inputs SHA-256 by name: `train`, `valid` and `features` of the prepared data; a blend's members by
///     their candidate's id
/// @param codeVersion of the functions
/// @param seed of every random choice
/// @param sampleFraction share of the training rows that was used, above 0 to 1
/// @param parameters what the learner was told, by its own names for them; defaults are spelt out
/// @param libraries versions by name; empty for algorithms of our own
public record ModelProvenance(
        SortedMap<String, String> inputs,
        String codeVersion,
        long seed,
        double sampleFraction,
        SortedMap<String, String> parameters,
        SortedMap<String, String> libraries) {
    public ModelProvenance {
        inputs = copy(inputs);
        Require.notBlank(codeVersion, "codeVersion");
        sampleFraction = sampleFraction == 0 ? 1 : Require.inRange(sampleFraction, 0, 1, "sampleFraction");
        parameters = copy(parameters);
        libraries = copy(libraries);
    }

    private static SortedMap<String, String> copy(@Nullable SortedMap<String, String> map) {
        return map == null ? new TreeMap<>() : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
