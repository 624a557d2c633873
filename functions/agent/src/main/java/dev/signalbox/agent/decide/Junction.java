package dev.signalbox.agent.decide;

import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.guardrail.SafeDefault;
import dev.signalbox.agent.planner.Planner;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.RunView;
import java.util.ArrayList;
import java.util.List;

/// Where proposals meet guardrails. A denied proposal goes back to the planner with the reasons; when as
/// many are denied as the planner may try ([Planner#tries]), the situation's safe default is done. A
/// proposal that a guardrail wants asked about becomes that question.
public final class Junction {
    private static final int LONGEST_QUESTION = 500;
    private final Planner planner;
    private final GuardrailChain guardrails;

    /// @param planner who proposes
    /// @param guardrails who rule
    public Junction(Planner planner, GuardrailChain guardrails) {
        this.planner = planner;
        this.guardrails = guardrails;
    }

    /// What is done, and how it came to that.
    public Settlement settle(RunView view) {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < planner.tries(); i++) {
            Attempt attempt = guardrails.judge(planner.propose(view, List.copyOf(attempts)), view);
            attempts.add(attempt);
            if (attempt.outcome() == RulingOutcome.ALLOW) {
                return new Settlement(attempts, attempt.proposal().action(), false);
            }
            if (attempt.outcome() == RulingOutcome.ASK) {
                return asked(attempts, attempt.proposal(), view);
            }
        }
        return safeDefault(attempts, view);
    }

    private Settlement asked(List<Attempt> attempts, Proposal held, RunView view) {
        String question = "May this happen: " + held.action().type() + "? " + held.rationale();
        Action ask = new Action.AskHuman(
                question.substring(0, Math.min(LONGEST_QUESTION, question.length())), List.of("approve", "deny"));
        Attempt asking = guardrails.judge(
                new Proposal(ask, "A guardrail wants a person to agree.", List.of(), List.of(), "junction", "ask"),
                view);
        attempts.add(asking);
        return asking.outcome() == RulingOutcome.ALLOW
                ? new Settlement(attempts, ask, false)
                : safeDefault(attempts, view);
    }

    private Settlement safeDefault(List<Attempt> attempts, RunView view) {
        Action action = SafeDefault.of(view.situation());
        if (attempts.size() <= planner.tries()) {
            attempts.add(guardrails.judge(
                    new Proposal(
                            action,
                            "No proposal was acceptable; this changes nothing in production.",
                            List.of(),
                            List.of(),
                            "junction",
                            "safe_default"),
                    view));
        }
        return new Settlement(attempts, action, true);
    }

    /// How a junction ended.
    ///
    /// @param attempts one, to one more than the planner may try
    /// @param action what is done
    /// @param safeDefault whether no proposal was acceptable
    public record Settlement(List<Attempt> attempts, Action action, boolean safeDefault) {
        /// An unmodifiable copy.
        public Settlement {
            attempts = List.copyOf(attempts);
        }

        /// Why: the rationale of the last attempt.
        public String rationale() {
            return attempts.getLast().proposal().rationale();
        }
    }
}
