package dev.signalbox.agent.planner.search;

import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.decision.MemoryFact;
import dev.signalbox.contract.decision.MetaFeatures;
import dev.signalbox.contract.decision.RunView;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What worked on similar data: the best candidate of the earlier run whose data is nearest by its
/// meta-features, where nobody tried it in this run yet.
final class Remembered {
    private Remembered() {}

    static Optional<CandidateSpec> of(RunView view, ExperimentTree tree) {
        MetaFeatures here = MetaFeatures.of(view.data());
        return view.memory().stream()
                .filter(memory -> isNew(memory.best(), tree))
                .min(Comparator.comparingDouble(memory -> distance(memory, here)))
                .map(MemoryFact::best);
    }

    private static boolean isNew(@Nullable CandidateSpec best, ExperimentTree tree) {
        return best != null && !KnobSpace.of(best.algorithm()).axes().isEmpty() && !tree.knows(best);
    }

    private static double distance(MemoryFact memory, MetaFeatures here) {
        return memory.data() == null ? Double.MAX_VALUE : memory.data().distance(here);
    }
}
