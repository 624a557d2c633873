package dev.signalbox.agent.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.agent.decide.Junction;
import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.planner.Planner;
import dev.signalbox.agent.planner.Planners;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.ShadowProposal;
import dev.signalbox.runtime.Digests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes recorded decisions again and compares. A planner that is a function of the view (the rules)
/// proposes anew; of any other the recorded proposal stands. Guardrails rule anew on all of them.
public final class JunctionReplay {
    private static final String VIEW = "view";
    private static final String DECISION = "decision";
    private final GuardrailChain guardrails;

    /// @param guardrails who rule now
    public JunctionReplay(GuardrailChain guardrails) {
        this.guardrails = guardrails;
    }

    /// What is not as it was recorded, the first first; empty where everything is. A changed view is all
    /// that is said of a junction: what would follow from it is nobody's decision.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] when the record cannot be read.
    public List<Difference> differences(RecordedJunction recorded) {
        Decision decision = recorded.decision();
        if (!Digests.sha256(recorded.viewJson()).equals(decision.view().sha256())) {
            return List.of(changedView(recorded, decision));
        }
        RunView view = recorded.view();
        List<Difference> differences = new ArrayList<>(
                JsonDiff.between(DECISION, RecordedJson.tree(decision), RecordedJson.tree(again(decision, view))));
        if (differences.isEmpty() && changedBytes(recorded)) {
            differences.add(whole(
                    DECISION,
                    "decision.json has other bytes than its ledger recorded, in words that nothing depends on; each"
                            + " action, ruling and digest is as recorded"));
        }
        return List.copyOf(differences);
    }

    private Decision again(Decision decision, RunView view) {
        Junction.Settlement settled =
                new Junction(new RecordedPlanner(RecordedJunction.proposals(decision)), guardrails).settle(view);
        String viewDigest = Digests.ofRecord(view);
        return new Decision(
                decision.decisionId(),
                view.situation(),
                viewDigest,
                decision.view(),
                settled.attempts(),
                settled.action(),
                Digests.ofRecord(settled.bound()),
                settled.safeDefault(),
                decision.viewSeal() == null ? null : ViewSeal.of(view),
                decision.account(),
                again(decision.shadow(), settled, view));
    }

    private @Nullable ShadowProposal again(@Nullable ShadowProposal shadow, Junction.Settlement settled, RunView view) {
        if (shadow == null || shadow.attempt() == null) {
            return shadow;
        }
        Proposal recorded = shadow.attempt().proposal();
        Attempt attempt = guardrails.judge(new RecordedPlanner(List.of(recorded)).propose(view), view);
        boolean agrees = attempt.proposal().action().equals(settled.action());
        return new ShadowProposal(shadow.planner(), attempt, null, agrees, shadow.account());
    }

    private static Difference changedView(RecordedJunction recorded, Decision decision) {
        JsonNode view = RecordedJson.tree(recorded.viewJson(), recorded.name() + ": view.json");
        if (decision.viewSeal() == null) {
            return whole(VIEW, "the view is not the one that was decided on; its record has no seal that says where");
        }
        Map<String, JsonNode> broken = ViewSeal.firstBroken(decision.viewSeal(), view);
        if (broken.isEmpty()) {
            return whole(VIEW, "view.json has other bytes than were recorded; every value in it is as recorded");
        }
        String pointer = broken.keySet().iterator().next();
        JsonNode now = broken.get(pointer);
        JsonNode cited = cited(decision, pointer);
        String was = cited == null ? "a value with another digest" : cited + " (so it was cited)";
        return new Difference(
                VIEW, pointer, cited, now, pointer + " recorded " + was + ", now " + Difference.text(now));
    }

    /// A number that the view has no longer may stand in the evidence.
    private static @Nullable JsonNode cited(Decision decision, String pointer) {
        return decision.attempts().stream()
                .flatMap(attempt -> attempt.proposal().evidence().stream())
                .filter(evidence -> evidence.fact().equals(pointer))
                .findFirst()
                .map(Evidence::value)
                .map(RecordedJson::tree)
                .orElse(null);
    }

    private static boolean changedBytes(RecordedJunction recorded) {
        return recorded.decisionSha256() != null
                && !recorded.decisionSha256().equals(Digests.sha256(recorded.decisionJson()));
    }

    private static Difference whole(String document, String says) {
        return new Difference(document, "", null, null, says);
    }

    /// Proposes what was proposed, anew where it can be.
    private record RecordedPlanner(List<Proposal> proposals) implements Planner {
        @Override
        public Proposal propose(RunView view, List<Attempt> denied) {
            Proposal recorded = proposals.get(Math.min(denied.size(), proposals.size() - 1));
            return Planners.recomputed(recorded.planner())
                    .map(planner -> planner.propose(view, denied))
                    .orElse(recorded);
        }

        @Override
        public int tries() {
            return Math.max(USUAL_TRIES, proposals.size());
        }
    }
}
