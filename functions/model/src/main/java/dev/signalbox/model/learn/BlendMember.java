package dev.signalbox.model.learn;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Algorithm;

/// A candidate inside a blend.
///
/// @param candidateId of the member
/// @param algorithm what learned it
/// @param weight its share of the mean, above 0 to 1; the shares of a blend sum to 1
public record BlendMember(String candidateId, Algorithm algorithm, double weight) {
    public BlendMember {
        Require.notBlank(candidateId, "candidateId");
        Require.present(algorithm, "algorithm");
        Require.inRange(weight, Double.MIN_VALUE, 1, "weight");
    }
}
