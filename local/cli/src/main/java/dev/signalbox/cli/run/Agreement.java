package dev.signalbox.cli.run;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.signalbox.agent.planner.Planners;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.PlannerAccount;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.ShadowProposal;
import dev.signalbox.runtime.Documents;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was done at a junction beside what a second planner would have done: the shadow's recorded proposal,
/// or, where there is no shadow and a language model decided, what the rules say to the recorded view.
///
/// @param runId the run
/// @param decisionId of the decision
/// @param planner whose proposal was done
/// @param action its type
/// @param other the second planner
/// @param otherAction the type of what it would have done; null where it made no proposal
/// @param agreement how near the two are
/// @param denied whether the guardrails would have denied the second
/// @param note why the second made no proposal; null where it made one
/// @param tokensIn of both planners
/// @param tokensOut of both planners
/// @param costUsd of both planners
public record Agreement(
        String runId,
        String decisionId,
        String planner,
        String action,
        String other,
        @Nullable String otherAction,
        Level agreement,
        boolean denied,
        @Nullable String note,
        long tokensIn,
        long tokensOut,
        double costUsd) {
    private static final String RULES = "rules";

    /// The comparison of a decision; empty where nobody stands beside it.
    public static Optional<Agreement> of(String runId, Decision decision, Documents documents) {
        ShadowProposal shadow = decision.shadow();
        if (shadow != null) {
            Attempt attempt = shadow.attempt();
            return Optional.of(compared(
                    runId,
                    decision,
                    shadow.planner().id(),
                    attempt == null ? null : attempt.proposal().action(),
                    attempt != null && attempt.outcome() == RulingOutcome.DENY,
                    shadow.fault()));
        }
        PlannerAccount account = decision.account();
        if (account == null) {
            return Optional.empty();
        }
        if (account.fallback() != null) {
            return Optional.of(compared(runId, decision, account.planner().id(), null, false, account.fallback()));
        }
        RunView view = documents.read(decision.view(), RunView.class);
        return Planners.recomputed(RULES)
                .map(rules ->
                        compared(runId, decision, RULES, rules.propose(view).action(), false, null));
    }

    private static Agreement compared(
            String runId,
            Decision decision,
            String other,
            @Nullable Action otherAction,
            boolean denied,
            @Nullable String note) {
        PlannerAccount beside =
                decision.shadow() == null ? null : decision.shadow().account();
        List<PlannerAccount> accounts = Stream.of(Optional.ofNullable(decision.account()), Optional.ofNullable(beside))
                .flatMap(Optional::stream)
                .toList();
        Proposal done = decision.attempts().getLast().proposal();
        return new Agreement(
                runId,
                decision.decisionId(),
                done.planner(),
                decision.action().type(),
                other,
                otherAction == null ? null : otherAction.type(),
                Level.of(decision.action(), otherAction),
                denied,
                note,
                accounts.stream().mapToLong(PlannerAccount::tokensIn).sum(),
                accounts.stream().mapToLong(PlannerAccount::tokensOut).sum(),
                accounts.stream().mapToDouble(PlannerAccount::costUsd).sum());
    }

    /// How near two actions are.
    public enum Level {
        /// Equal, to the last parameter.
        SAME,
        /// Of one kind, with other parameters.
        SAME_KIND,
        /// Of different kinds.
        DIFFERENT,
        /// The second planner made no proposal.
        NONE;

        /// The lower-case name that stands in JSON.
        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Level of(Action done, @Nullable Action other) {
            if (other == null) {
                return NONE;
            }
            return done.equals(other) ? SAME : done.type().equals(other.type()) ? SAME_KIND : DIFFERENT;
        }
    }

    /// All comparisons together.
    ///
    /// @param decisions how many
    /// @param same equal actions
    /// @param sameKind actions of one kind with other parameters
    /// @param different actions of different kinds
    /// @param none where the second planner made no proposal
    /// @param denied proposals of the second that the guardrails would have denied
    /// @param tokensIn of both planners
    /// @param tokensOut of both planners
    /// @param costUsd of both planners
    public record Overall(
            int decisions,
            long same,
            long sameKind,
            long different,
            long none,
            long denied,
            long tokensIn,
            long tokensOut,
            double costUsd) {
        /// Adds up.
        public static Overall of(List<Agreement> all) {
            return new Overall(
                    all.size(),
                    count(all, Level.SAME),
                    count(all, Level.SAME_KIND),
                    count(all, Level.DIFFERENT),
                    count(all, Level.NONE),
                    all.stream().filter(Agreement::denied).count(),
                    all.stream().mapToLong(Agreement::tokensIn).sum(),
                    all.stream().mapToLong(Agreement::tokensOut).sum(),
                    all.stream().mapToDouble(Agreement::costUsd).sum());
        }

        private static long count(List<Agreement> all, Level level) {
            return all.stream().filter(one -> one.agreement() == level).count();
        }
    }
}
