package dev.signalbox.agent.planner.search;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.metric.MetricName;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What the scores of a view let one expect of an action, whoever proposed it.
public final class ExpectedGain {
    private ExpectedGain() {}

    /// How much better than the best the best of the new candidates is expected to be, in the primary
    /// metric's unit, 0 or more; null for another action and where no candidate has knobs.
    public static @Nullable Double of(Action action, RunView view) {
        MetricName metric = view.data().metric();
        return metric == null
                        || !(action instanceof Action.TrainMore more)
                        || view.candidates().stream().noneMatch(ExperimentTree::hasKnobs)
                ? null
                : new ExperimentTree(view, metric, new Random(0)).improvement(more.candidates());
    }
}
