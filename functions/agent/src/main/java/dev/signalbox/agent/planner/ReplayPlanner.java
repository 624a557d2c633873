package dev.signalbox.agent.planner;

import dev.signalbox.agent.replay.Divergence;
import dev.signalbox.agent.replay.RecordedRun;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RunView;
import java.util.List;

/// Proposes what was proposed to the same view in an earlier run.
///
/// Raises [dev.signalbox.contract.failure.GuardrailHalt] at the first view that the earlier run did not
/// have, with what is different in it: a replay that went on would be a new run under an old name.
public final class ReplayPlanner implements Planner {
    private static final String NAME = "replay";
    private final RecordedRun recorded;

    /// @param recorded the earlier run
    public ReplayPlanner(RecordedRun recorded) {
        this.recorded = recorded;
    }

    @Override
    public Proposal propose(RunView view, List<Attempt> denied) {
        List<Proposal> proposals = recorded.proposalsFor(view).orElseThrow(() -> Divergence.of(recorded, view));
        Proposal again = proposals.get(Math.min(denied.size(), proposals.size() - 1));
        return new Proposal(
                again.action(),
                again.rationale(),
                again.evidence(),
                again.alternatives(),
                NAME,
                again.planner() + "/" + again.rule());
    }
}
