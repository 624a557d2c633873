package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.HaltFact;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Situation;
import java.util.List;

/// While an operator has halted the agent of the pipeline, nothing is done but the ends that change nothing
/// in
/// production.
///
/// Limitations: a run sees the halt at its next junction; what was decided before goes on, and a budget that
/// is spent ends a run without one.
public final class Halted implements Guardrail {
    private static final Rulings RULINGS = new Rulings("halted", "halted");

    @Override
    public Ruling rule(Proposal proposal, RunView view) {
        HaltFact halt = view.controls().halt();
        return RULINGS.of(
                halt == null || changesNothing(proposal.action(), view.situation())
                        ? List.of()
                        : List.of("The agent of this pipeline was halted by " + halt.by()
                                + "; only ends that change nothing are possible."),
                halt == null ? "The agent is not halted." : "It changes nothing in production.");
    }

    /// `Finish` sends the best candidate to the gate, unless a stage has failed.
    private static boolean changesNothing(Action action, Situation situation) {
        return switch (action) {
            case Action.Reject _, Action.Quarantine _ -> true;
            case Action.Finish _ -> situation == Situation.FAILURE;
            case Action.TrainMore _,
                    Action.RepairData _,
                    Action.Blend _,
                    Action.AskHuman _,
                    Action.Promote _,
                    Action.RetryStage _ -> false;
        };
    }
}
