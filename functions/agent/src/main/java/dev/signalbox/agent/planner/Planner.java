package dev.signalbox.agent.planner;

import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RunView;
import java.util.List;

/// Proposes the next step of a run.
public interface Planner {
    /// A proposal for the view.
    ///
    /// @param denied earlier proposals at this junction with the rulings against them, oldest first;
    ///     proposing one of them again is a wasted try
    Proposal propose(RunView view, List<Attempt> denied);

    /// A first proposal for the view.
    default Proposal propose(RunView view) {
        return propose(view, List.of());
    }
}
