package dev.signalbox.agent.planner;

import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.PlannerAccount;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RunView;
import java.util.List;
import java.util.Optional;

/// Proposes the next step of a run.
public interface Planner {
    /// Proposals before the situation's safe default is done.
    int USUAL_TRIES = 2;

    /// A proposal for the view.
    ///
    /// @param denied earlier proposals at this junction with the rulings against them, oldest first;
    ///     proposing one of them again is a wasted try
    Proposal propose(RunView view, List<Attempt> denied);

    /// A first proposal for the view.
    default Proposal propose(RunView view) {
        return propose(view, List.of());
    }

    /// What it has used so far; empty for a planner that asks nobody. One that keeps an account is made for
    /// one junction.
    default Optional<PlannerAccount> account() {
        return Optional.empty();
    }

    /// How many proposals may be denied before the situation's safe default is done, 1 to 4.
    default int tries() {
        return USUAL_TRIES;
    }
}
