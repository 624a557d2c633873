package dev.signalbox.agent.planner.search;

import dev.signalbox.agent.planner.Planner;
import dev.signalbox.agent.planner.RulesPlanner;
import dev.signalbox.agent.planner.rules.Rulebook;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RunView;
import java.util.List;

/// The rules, with a tree search over experiments in the place of their single rounds of training: repairs,
/// refusals, the blend and the promotion are decided by the same rules. Deterministic for a seed; keeps
/// nothing between two junctions, because the tree is in the view.
public final class SearchPlanner implements Planner {
    private final RulesPlanner planner;

    /// @param margin of the gate, 0 or more, in the primary metric's unit: what is expected to gain less is
    ///     not tried
    /// @param seed of the moves
    public SearchPlanner(double margin, long seed) {
        ExpandPromising expand = new ExpandPromising(margin, seed);
        this.planner = new RulesPlanner("search", situation -> Rulebook.searching(situation, expand));
    }

    @Override
    public Proposal propose(RunView view, List<Attempt> denied) {
        return planner.propose(view, denied);
    }
}
