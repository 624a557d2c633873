package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.Alternative;
import dev.signalbox.contract.decision.Evidence;
import java.util.List;

/// What came of asking a rule.
public sealed interface Consideration {
    /// The rule proposes.
    ///
    /// @param action what
    /// @param rationale why, in plain words
    /// @param evidence numbers of the view that it rests on
    /// @param alternatives that the rule itself weighed
    record Fires(Action action, String rationale, List<Evidence> evidence, List<Alternative> alternatives)
            implements Consideration {
        private static final int LONGEST_RATIONALE = 1_000;

        /// The rationale is cut to what a proposal holds.
        public Fires {
            rationale = rationale.substring(0, Math.min(LONGEST_RATIONALE, rationale.length()));
            evidence = List.copyOf(evidence);
            alternatives = List.copyOf(alternatives);
        }
    }

    /// The rule has nothing to propose.
    ///
    /// @param alternatives that were concrete enough to be named, with the reason against each
    record Rests(List<Alternative> alternatives) implements Consideration {
        /// An unmodifiable copy.
        public Rests {
            alternatives = List.copyOf(alternatives);
        }
    }

    /// Proposes.
    static Fires fires(Action action, String rationale, Evidence... evidence) {
        return new Fires(action, rationale, List.of(evidence), List.of());
    }

    /// Rests without a word.
    static Consideration rests() {
        return new Rests(List.of());
    }

    /// Rests, and says what it would have done and why it does not.
    static Consideration rests(Action action, String reason) {
        return new Rests(List.of(new Alternative(action, reason)));
    }
}
