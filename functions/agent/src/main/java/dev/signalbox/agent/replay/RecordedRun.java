package dev.signalbox.agent.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import java.util.List;
import java.util.Optional;

/// The decisions of an earlier run with the views that they were made on.
///
/// Two views are the same when everything in them is, but for what the pipeline remembers of earlier runs:
/// by now the recorded run is one of them.
///
/// @param runId the earlier run
/// @param decisions in order, at least one
public record RecordedRun(String runId, List<Seen> decisions) {
    /// An unmodifiable copy.
    public RecordedRun {
        decisions = List.copyOf(decisions);
    }

    /// A run of the ledger.
    ///
    /// Raises [InvalidInput] when it is not there or nothing was decided in it.
    public static RecordedRun read(StageEnvironment environment, String runId) {
        Documents documents = new Documents(environment.artifacts());
        List<Seen> decisions = environment.ledger().entries(runId).stream()
                .map(entry -> entry.event())
                .filter(LedgerEvent.DecisionMade.class::isInstance)
                .map(event -> documents.read(((LedgerEvent.DecisionMade) event).decision(), Decision.class))
                .map(decision -> new Seen(decision, documents.read(decision.view(), RunView.class)))
                .toList();
        if (decisions.isEmpty()) {
            throw new InvalidInput(
                    "The ledger has no decision of a run '" + runId + "' to replay.",
                    "Write a run that signalbox runs lists into planner.run.");
        }
        return new RecordedRun(runId, decisions);
    }

    /// What planners proposed to the same view, in order; empty where the run did not have it.
    public Optional<List<Proposal>> proposalsFor(RunView view) {
        JsonNode wanted = compared(view);
        return decisions.stream()
                .filter(seen -> compared(seen.view()).equals(wanted))
                .map(seen -> RecordedJunction.proposals(seen.decision()))
                .filter(proposals -> !proposals.isEmpty())
                .findFirst();
    }

    /// How a view differs from the one that the recorded run had at the same point.
    List<Difference> differences(RunView view) {
        int point = Math.min(view.decisions().size(), decisions.size() - 1);
        return JsonDiff.between("view", compared(decisions.get(point).view()), compared(view));
    }

    /// The id of the decision that the recorded run made at the same point.
    String decisionAt(RunView view) {
        return decisions
                .get(Math.min(view.decisions().size(), decisions.size() - 1))
                .decision()
                .decisionId();
    }

    private static JsonNode compared(RunView view) {
        ObjectNode tree = (ObjectNode) RecordedJson.tree(view);
        tree.remove("memory");
        return tree;
    }

    /// A decision with what it was made on.
    ///
    /// @param decision as recorded
    /// @param view that it was made on
    public record Seen(Decision decision, RunView view) {}
}
