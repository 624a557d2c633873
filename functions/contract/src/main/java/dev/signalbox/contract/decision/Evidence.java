package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;

/// A number that a rationale rests on.
///
/// @param fact JSON pointer into the view, such as `/candidates/0/score/value`
/// @param value as the planner read it
public record Evidence(String fact, double value) {
    public Evidence {
        Require.that(
                fact != null && fact.startsWith("/"), "fact is '" + fact + "'; expected a JSON pointer into the view");
    }
}
