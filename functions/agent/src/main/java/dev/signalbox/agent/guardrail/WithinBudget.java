package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RunView;
import java.util.ArrayList;
import java.util.List;

/// What an action would spend by its [CostEstimate] must be left before it begins; decisions and candidates
/// are
/// counted exactly. Ends (promote, reject, quarantine, finish) are always affordable, so that a run can
/// never be
/// stuck.
///
/// Limitations: time and money are known in coarse steps, and the estimate is one. The machine counts
/// exactly
/// what was used and stops a run that spends more.
public final class WithinBudget implements Guardrail {
    private static final Rulings RULINGS = new Rulings("within_budget", "budget");

    @Override
    public Ruling rule(Proposal proposal, RunView view) {
        CostEstimate cost = CostEstimate.of(proposal.action(), view);
        return RULINGS.of(objections(cost, view.budget()), "The budget covers it.");
    }

    private static List<String> objections(CostEstimate cost, BudgetLeft left) {
        List<String> objections = new ArrayList<>();
        if (cost.leadsOn() && left.decisions() <= 0) {
            objections.add("It leads to another decision and none is left; conclude now.");
        }
        Long tokens = left.tokens();
        if (cost.leadsOn() && tokens != null && tokens <= 0) {
            objections.add("It leads to another decision and the tokens of the run are spent; conclude now.");
        }
        if (cost.candidates() > left.candidates()) {
            objections.add(
                    "It would train " + cost.candidates() + " candidates and " + left.candidates() + " are left.");
        }
        if (cost.seconds() > left.seconds()) {
            objections.add("It would take about " + Math.round(cost.seconds()) + " seconds and " + left.seconds()
                    + " are left.");
        }
        if (cost.costUsd() > left.costUsd()) {
            objections.add("It would cost about " + Math.ceil(cost.costUsd() * 1e4) / 1e4 + " USD and " + left.costUsd()
                    + " are left.");
        }
        return objections;
    }
}
