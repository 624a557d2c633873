package dev.signalbox.agent.view;

import dev.signalbox.contract.config.BudgetConfig;
import dev.signalbox.contract.decision.BudgetLeft;

/// The budget as planners see it: decisions and candidates exactly; time and money in coarse steps, because
/// their exact value differs between two runs of the same input and a decision must not.
///
/// A step is a half, a quarter, an eighth or a sixteenth of the limit, whichever is left at least; below
/// that, 0: nearly spent. The full limit is never shown, so that the first milliseconds of a run make no
/// difference.
public final class BudgetSteps {
    private static final int SMALLEST_PART = 16;

    private BudgetSteps() {}

    /// The budget in steps of the limits.
    public static BudgetLeft coarse(BudgetLeft left, BudgetConfig limits) {
        return new BudgetLeft(
                left.decisions(),
                left.candidates(),
                (long) step((double) left.seconds(), (double) limits.seconds()),
                step(left.costUsd(), limits.costUsd()),
                left.tokens());
    }

    private static double step(double left, double limit) {
        for (int part = 2; part <= SMALLEST_PART; part *= 2) {
            if (left >= limit / part) {
                return limit / part;
            }
        }
        return 0;
    }
}
