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
import org.jspecify.annotations.Nullable;

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
        Action held = view.controls().held();
        if (held != null) {
            Attempt agreed = guardrails.judge(agreed(held), view);
            if (agreed.outcome() == RulingOutcome.ALLOW) {
                return new Settlement(List.of(agreed), held, false);
            }
        }
        for (int i = 0; i < planner.tries(); i++) {
            Attempt attempt = guardrails.judge(planner.propose(view, List.copyOf(attempts)), view);
            attempts.add(attempt);
            if (attempt.outcome() == RulingOutcome.ALLOW || isAskedByTheMachine(attempt)) {
                return new Settlement(attempts, attempt.proposal().action(), false);
            }
            if (attempt.outcome() == RulingOutcome.ASK) {
                return asked(attempts, attempt.proposal(), view);
            }
        }
        return safeDefault(attempts, view);
    }

    /// What a person agreed to is done as it was shown to them, if the other guardrails still allow it.
    private static Proposal agreed(Action held) {
        return new Proposal(held, "A person agreed to this action.", List.of(), List.of(), "junction", "agreed");
    }

    /// A promotion is asked about after the gate, when there is something to show; see [Approved].
    private static boolean isAskedByTheMachine(Attempt attempt) {
        return attempt.outcome() == RulingOutcome.ASK && attempt.proposal().action() instanceof Action.Promote;
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
                ? new Settlement(attempts, ask, false, held.action())
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
    /// @param held what a person is asked about; null otherwise
    public record Settlement(
            List<Attempt> attempts,
            Action action,
            boolean safeDefault,
            @Nullable Action held) {
        /// Nothing is held.
        public Settlement(List<Attempt> attempts, Action action, boolean safeDefault) {
            this(attempts, action, safeDefault, null);
        }

        /// An unmodifiable copy.
        public Settlement {
            attempts = List.copyOf(attempts);
        }

        /// What an answer binds to: what was asked about, not the question.
        public Action bound() {
            return held == null ? action : held;
        }

        /// Why: the rationale of the last attempt.
        public String rationale() {
            return attempts.getLast().proposal().rationale();
        }
    }
}
