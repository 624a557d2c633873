package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import org.jspecify.annotations.Nullable;

/// What came of a decision, as the next junction saw it.
///
/// @param decisionId whose
/// @param action its type, such as `train_more`
/// @param expectedGain of the best candidate by validation, as far as the scores before told, in the primary
///     metric's unit, 0 or more; null where nothing could be expected in numbers
/// @param realisedGain how much better the best candidate became; 0 where none did, below 0 where another
///     dataset came between
public record OutcomeFact(
        String decisionId, String action, @Nullable Double expectedGain, double realisedGain) {
    public OutcomeFact {
        Require.notBlank(decisionId, "decisionId");
        Require.notBlank(action, "action");
    }
}
