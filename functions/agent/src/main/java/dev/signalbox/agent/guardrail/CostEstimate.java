package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.DataFacts;
import dev.signalbox.contract.decision.RunView;

/// What an action will take, estimated before it is taken.
///
/// A fit is estimated at one second, and one more for every two million cells of the training matrix, as
/// many
/// times as there are folds; reading and preparing the data again at as much as a fit. Money is that time by
/// the
/// price of a function with 3 GB of memory.
///
/// @param candidates models that it trains
/// @param seconds of work, one after the other
/// @param costUsd of that work
/// @param leadsOn whether another decision follows
public record CostEstimate(int candidates, double seconds, double costUsd, boolean leadsOn) {
    private static final double CELLS_PER_SECOND = 2_000_000;

    /// Price of Lambda on x86 in us-east-1, 0.0000166667 USD a GB-second. Source:
    /// https://aws.amazon.com/lambda/pricing/
    private static final double USD_PER_SECOND = 3 * 0.0000166667;

    /// Of an action in the situation of the view.
    public static CostEstimate of(Action action, RunView view) {
        double fit = secondsOfAFit(view.data());
        return switch (action) {
            case Action.TrainMore more ->
                working(more.candidates().size(), fit * more.candidates().size());
            case Action.Blend _, Action.RepairData _, Action.RetryStage _ -> working(0, fit);
            case Action.AskHuman _ -> new CostEstimate(0, 0, 0, true);
            case Action.Promote _, Action.Reject _, Action.Quarantine _, Action.Finish _ ->
                new CostEstimate(0, 0, 0, false);
        };
    }

    private static CostEstimate working(int candidates, double seconds) {
        return new CostEstimate(candidates, seconds, seconds * USD_PER_SECOND, true);
    }

    private static double secondsOfAFit(DataFacts data) {
        double rows = data.trainRows() > 0 ? data.trainRows() : data.rows();
        double columns = data.features() > 0 ? data.features() : data.columns();
        return Math.max(1, data.folds()) * (1 + rows * columns / CELLS_PER_SECOND);
    }
}
