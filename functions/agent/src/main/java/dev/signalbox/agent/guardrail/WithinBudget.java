package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RunView;
import java.util.ArrayList;
import java.util.List;

/// What an action would spend must be left before it begins. Ends (promote, reject, quarantine, finish) are
/// always affordable, so that a run can never be stuck.
///
/// Limitations: time and money are known in coarse steps and the cost of a model is not estimated: work is
/// denied once less than a sixteenth of either is left. The machine counts exactly and stops a run that
/// spends more.
public final class WithinBudget implements Guardrail {
    private static final Rulings RULINGS = new Rulings("within_budget", "budget");

    @Override
    public Ruling rule(Proposal proposal, RunView view) {
        BudgetLeft left = view.budget();
        List<String> objections = switch (proposal.action()) {
            case Action.TrainMore more -> training(more.candidates().size(), left);
            case Action.RepairData _, Action.Blend _, Action.RetryStage _ -> work(left);
            case Action.AskHuman _ -> anotherDecision(left);
            case Action.Promote _, Action.Reject _, Action.Quarantine _, Action.Finish _ -> List.of();
        };
        return RULINGS.of(objections, "The budget covers it.");
    }

    private static List<String> training(int wanted, BudgetLeft left) {
        List<String> objections = new ArrayList<>(work(left));
        if (wanted > left.candidates()) {
            objections.add("It would train " + wanted + " candidates and " + left.candidates() + " are left.");
        }
        return objections;
    }

    private static List<String> work(BudgetLeft left) {
        List<String> objections = new ArrayList<>(anotherDecision(left));
        if (left.seconds() <= 0) {
            objections.add("The time of the run is nearly spent.");
        }
        if (left.costUsd() <= 0) {
            objections.add("The money of the run is nearly spent.");
        }
        return objections;
    }

    private static List<String> anotherDecision(BudgetLeft left) {
        return left.decisions() > 0
                ? List.of()
                : List.of("It leads to another decision and none is left; conclude now.");
    }
}
