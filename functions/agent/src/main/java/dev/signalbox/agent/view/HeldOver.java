package dev.signalbox.agent.view;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.config.ApprovalConfig;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.decision.ApprovalFact;
import dev.signalbox.contract.decision.ApprovalStatus;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Controls;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.HaltFact;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.Untrusted;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What operators and the machine hold over the agent at a junction, bounded.
public final class HeldOver {
    private static final int APPROVAL_BYTES = 1_500;
    private static final int ID_BYTES = 1_000;
    private static final String NOBODY = "nobody";
    private static final String DENY = "deny";

    private HeldOver() {}

    /// After a failure no earlier decision is read: what failed may be the artifacts. An answer is worth
    /// something at the junction that follows its question alone.
    ///
    /// @param approval null: nothing waits for a person
    /// @param answers of the run, oldest first
    /// @param asking the decision before this one, such as `d1`
    public static Controls of(
            @Nullable HaltFact halt, @Nullable ApprovalConfig approval, List<HumanAnswer> answers, String asking) {
        List<ApprovalFact> approvals = answers.stream()
                .map(answer -> fact(
                        answer,
                        isRefused(answer)
                                ? refusal(answer)
                                : answer.subject().equals(asking)
                                        ? ApprovalStatus.APPROVED
                                        : ApprovalStatus.SUPERSEDED))
                .toList();
        return new Controls(
                halt,
                approval == null ? ApprovalConfig.defaults() : approval.unnamed(),
                Bounded.back(APPROVAL_BYTES, approvals),
                List.of(),
                0,
                null);
    }

    /// At a junction about data, models or drift.
    ///
    /// @param decisions of the run, oldest first
    /// @param answers of the run, oldest first
    public static Controls of(
            @Nullable HaltFact halt, PipelineConfig config, List<Decision> decisions, List<HumanAnswer> answers) {
        List<ApprovalFact> approvals = answers.stream()
                .map(answer -> fact(answer, status(answer, decisions)))
                .toList();
        return new Controls(
                halt,
                config.approval().unnamed(),
                Bounded.back(APPROVAL_BYTES, approvals),
                Bounded.back(ID_BYTES, usedIds(decisions)),
                config.budget().repeats(),
                agreed(approvals, decisions));
    }

    private static ApprovalFact fact(HumanAnswer answer, ApprovalStatus status) {
        String by = new Untrusted(answer.by()).text();
        return new ApprovalFact(answer.subject(), answer.actionDigest(), status, by.isBlank() ? "somebody" : by);
    }

    private static boolean isRefused(HumanAnswer answer) {
        return !answer.approved() || DENY.equals(answer.option());
    }

    private static ApprovalStatus refusal(HumanAnswer answer) {
        return answer.by().equals(NOBODY) ? ApprovalStatus.EXPIRED : ApprovalStatus.REJECTED;
    }

    private static ApprovalStatus status(HumanAnswer answer, List<Decision> decisions) {
        if (isRefused(answer)) {
            return refusal(answer);
        }
        boolean newest =
                !decisions.isEmpty() && decisions.getLast().decisionId().equals(answer.subject());
        if (newest) {
            return ApprovalStatus.APPROVED;
        }
        boolean done = decisions.stream()
                .anyMatch(decision -> decision.actionDigest().equals(answer.actionDigest())
                        && !(decision.action() instanceof Action.AskHuman));
        return done ? ApprovalStatus.CONSUMED : ApprovalStatus.SUPERSEDED;
    }

    private static List<String> usedIds(List<Decision> decisions) {
        return decisions.stream()
                .flatMap(decision -> decision.attempts().stream())
                .map(attempt -> attempt.proposal().id())
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Action agreed(List<ApprovalFact> approvals, List<Decision> decisions) {
        boolean given = !approvals.isEmpty() && approvals.getLast().status() == ApprovalStatus.APPROVED;
        return given
                ? decisions.getLast().attempts().stream()
                        .filter(attempt -> attempt.outcome() == RulingOutcome.ASK)
                        .map(Attempt::proposal)
                        .map(proposal -> proposal.action())
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
