package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Situation;
import java.util.List;

/// An action must make sense in the situation: nothing is promoted before candidates were compared, and no
/// model is trained to cure a failed stage.
///
/// Limitations: it looks at the kind of the action alone, not at its parameters.
public final class AllowedInSituation implements Guardrail {
    private static final Rulings RULINGS = new Rulings("allowed_in_situation", "not_allowed");

    @Override
    public Ruling rule(Proposal proposal, RunView view) {
        Action action = proposal.action();
        String situation = view.situation().id();
        return RULINGS.of(
                allows(view.situation(), action)
                        ? List.of()
                        : List.of("The action " + action.type() + " is not allowed in the situation '" + situation
                                + "'; allowed are " + names(view.situation()) + "."),
                "The action " + action.type() + " is allowed in the situation '" + situation + "'.");
    }

    /// Whether the kind of action is allowed.
    public static boolean allows(Situation situation, Action action) {
        return switch (situation) {
            case DATA ->
                switch (action) {
                    case Action.RepairData _, Action.AskHuman _, Action.Quarantine _ -> true;
                    case Action.TrainMore _,
                            Action.Blend _,
                            Action.Promote _,
                            Action.Reject _,
                            Action.RetryStage _,
                            Action.Finish _ -> false;
                };
            case MODELS, DRIFT ->
                switch (action) {
                    case Action.TrainMore _,
                            Action.Blend _,
                            Action.AskHuman _,
                            Action.Promote _,
                            Action.Reject _,
                            Action.Finish _ -> true;
                    case Action.RepairData _, Action.Quarantine _, Action.RetryStage _ -> false;
                };
            case FAILURE ->
                switch (action) {
                    case Action.RetryStage _, Action.Quarantine _, Action.AskHuman _, Action.Finish _ -> true;
                    case Action.TrainMore _, Action.RepairData _, Action.Blend _, Action.Promote _, Action.Reject _ ->
                        false;
                };
        };
    }

    private static String names(Situation situation) {
        return switch (situation) {
            case DATA -> "repair_data, ask_human and quarantine";
            case MODELS, DRIFT -> "train_more, blend, ask_human, promote, reject and finish";
            case FAILURE -> "retry_stage, quarantine, ask_human and finish";
        };
    }
}
