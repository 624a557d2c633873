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

    /// After a failure nothing is known but whether the agent is halted.
    public static Controls of(@Nullable HaltFact halt) {
        return new Controls(halt, ApprovalConfig.defaults(), List.of(), List.of(), 0, null);
    }

    /// At a junction about data, models or drift.
    ///
    /// @param decisions of the run, oldest first
    /// @param answers of the run, oldest first
    public static Controls of(
            @Nullable HaltFact halt, PipelineConfig config, List<Decision> decisions, List<HumanAnswer> answers) {
        List<ApprovalFact> approvals =
                answers.stream().map(answer -> fact(answer, decisions)).toList();
        return new Controls(
                halt,
                unnamed(config.approval()),
                Bounded.back(APPROVAL_BYTES, approvals),
                Bounded.back(ID_BYTES, usedIds(decisions)),
                config.budget().repeats(),
                agreed(approvals, decisions));
    }

    /// Who is told is nothing that a planner needs.
    private static ApprovalConfig unnamed(ApprovalConfig approval) {
        return new ApprovalConfig(
                approval.mode(), approval.timeoutSeconds(), List.of(), approval.threshold(), approval.actions());
    }

    private static ApprovalFact fact(HumanAnswer answer, List<Decision> decisions) {
        String by = new Untrusted(answer.by()).text();
        return new ApprovalFact(
                answer.subject(), answer.actionDigest(), status(answer, decisions), by.isBlank() ? "somebody" : by);
    }

    private static ApprovalStatus status(HumanAnswer answer, List<Decision> decisions) {
        if (!answer.approved() || DENY.equals(answer.option())) {
            return answer.by().equals(NOBODY) ? ApprovalStatus.EXPIRED : ApprovalStatus.REJECTED;
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
