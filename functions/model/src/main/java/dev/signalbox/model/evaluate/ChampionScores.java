package dev.signalbox.model.evaluate;

import dev.signalbox.model.learn.Predictions;

/// What the champion says of the rows of another run, or why it cannot say anything.
public sealed interface ChampionScores {
    /// The champion could be applied.
    ///
    /// @param predictions in the order of the rows, classes in the order of this run
    record Scored(Predictions predictions) implements ChampionScores {}

    /// The champion answers another question, or its columns are not there.
    ///
    /// @param reason for people, as the end of a sentence
    record NotComparable(String reason) implements ChampionScores {}
}
