package dev.signalbox.agent.replay;

import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.failure.GuardrailHalt;
import java.util.List;
import java.util.stream.Collectors;

/// Where a run leaves the recorded one.
public final class Divergence {
    private static final int MOST_SHOWN = 5;

    private Divergence() {}

    /// The failure that stops the replay, with the first differences of the two views.
    public static GuardrailHalt of(RecordedRun recorded, RunView view) {
        List<Difference> differences = recorded.differences(view);
        String shown = differences.isEmpty()
                ? "the recorded run had this view, and no planner proposed anything to it"
                : differences.stream().limit(MOST_SHOWN).map(Difference::says).collect(Collectors.joining("; "));
        String more = differences.size() > MOST_SHOWN ? "; and " + (differences.size() - MOST_SHOWN) + " more" : "";
        return new GuardrailHalt(
                "The run leaves the recorded one, " + recorded.runId() + ", at " + recorded.decisionAt(view) + ": "
                        + shown + more + ".",
                "Replay on the data and with the champion that the recorded run had, or let another planner propose.");
    }
}
