package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.PastDecision;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.runtime.Digests;
import java.util.List;

/// The same action with the same parameters is done so many times in a row and no more
/// ([dev.signalbox.contract.decision.Controls#repeats]): what did not help twice does not help the third
/// time.
///
/// Limitations: two actions that take turns are bounded by the budget of decisions alone.
public final class NotRepeated implements Guardrail {
    private static final Rulings RULINGS = new Rulings("not_repeated", "repeat");

    @Override
    public Ruling rule(Proposal proposal, RunView view) {
        int most = view.controls().repeats();
        int times = timesInARow(proposal.action(), view.decisions());
        return RULINGS.of(
                times >= most
                        ? List.of("The same action was done " + times + " times in a row; " + most + " are allowed.")
                        : List.of(),
                times == 0 ? "It is not what was done last." : "It was done " + times + " times in a row.");
    }

    private static int timesInARow(Action action, List<PastDecision> decisions) {
        int times = 0;
        for (PastDecision past : decisions.reversed()) {
            if (!isSame(past, action)) {
                break;
            }
            times++;
        }
        return times;
    }

    private static boolean isSame(PastDecision past, Action action) {
        return past.action().getClass() == action.getClass()
                && (past.actionDigest() == null
                        ? past.action().equals(action)
                        : past.actionDigest().equals(Digests.ofRecord(action)));
    }
}
