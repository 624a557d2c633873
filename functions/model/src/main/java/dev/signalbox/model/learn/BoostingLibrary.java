package dev.signalbox.model.learn;

import dev.signalbox.contract.action.CandidateSpec;
import java.util.SortedMap;

/// What tells the two boosting libraries apart.
interface BoostingLibrary {
    /// What the library is told, by its own names, defaults spelt out; the number of threads aside.
    ///
    /// @param trainRows rows to learn from
    SortedMap<String, String> parameters(CandidateSpec spec, TrainingContext context, int trainRows);

    /// A booster that has learned nothing yet.
    ///
    /// @param rows with none to watch, the training rows are watched
    /// @param parameters of [#parameters]
    Boosting open(BoostingRows rows, SortedMap<String, String> parameters, int threads);
}
