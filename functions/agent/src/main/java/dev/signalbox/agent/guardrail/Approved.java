package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.config.ApprovalConfig;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.decision.ApprovalFact;
import dev.signalbox.contract.decision.ApprovalStatus;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.ChampionFact;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.runtime.Digests;
import org.jspecify.annotations.Nullable;

/// What the pipeline wants approved waits for a person. An approval is bound to the digest of the exact
/// action
/// and to the junction that follows the question: an edited action is a new one, and an approval that was
/// refused, came too late, was overtaken by another decision or has been used runs nothing. What a person
/// refused
/// stays refused, whatever the pipeline wants approved.
///
/// Limitations: a promotion that is asked about here goes to the gate first; the machine then asks about
/// what
/// passed, and Promote checks the approval again.
public final class Approved implements Guardrail {
    /// Longest action in bytes of JSON that can be held: it must stand in the next view.
    static final int LARGEST_HELD_BYTES = 2_500;

    private static final String NAME = "approved";
    private static final double LARGE_SHARE = 0.5;

    @Override
    public Ruling rule(Proposal proposal, RunView view) {
        boolean held = isHeld(proposal.action(), view);
        ApprovalFact latest = latest(proposal.action(), view);
        if (latest != null && latest.status() == ApprovalStatus.REJECTED) {
            return deny("approval_invalid", "This very action was refused by " + latest.by() + ".");
        }
        if (!held) {
            return new Ruling(NAME, RulingOutcome.ALLOW, "ok", "It needs no approval.");
        }
        if (latest == null) {
            return unasked(proposal.action());
        }
        return switch (latest.status()) {
            case APPROVED ->
                isOfThisJunction(latest, view)
                        ? new Ruling(NAME, RulingOutcome.ALLOW, "ok", "It was approved by " + latest.by() + ".")
                        : deny("approval_invalid", "It was approved for another junction.");
            case EXPIRED -> deny("approval_invalid", "Nobody approved it in time.");
            case SUPERSEDED -> deny("approval_invalid", "Another decision was made after the question.");
            case CONSUMED -> deny("approval_invalid", "Its approval has been used.");
            case REJECTED -> deny("approval_invalid", "It was refused.");
        };
    }

    private static Ruling unasked(Action action) {
        return size(action) <= LARGEST_HELD_BYTES
                ? new Ruling(NAME, RulingOutcome.ASK, "approval_required", "The pipeline wants this approved.")
                : deny("approval_required", "It is too large to be shown to a person; propose less at once.");
    }

    private static Ruling deny(String code, String reason) {
        return new Ruling(NAME, RulingOutcome.DENY, code, reason);
    }

    private static int size(Action action) {
        return ContractJson.LENIENT.valueToTree(action).toString().length();
    }

    private static boolean isHeld(Action action, RunView view) {
        ApprovalConfig approval = view.controls().approval();
        return switch (action) {
            case Action.Promote promote ->
                switch (approval.mode()) {
                    case NEVER -> false;
                    case ALWAYS -> true;
                    case ON_THRESHOLD -> isUnusual(promote, view);
                };
            case Action.TrainMore _, Action.RepairData _, Action.Blend _, Action.RetryStage _ ->
                switch (approval.actions().getOrDefault(action.type(), ApprovalMode.NEVER)) {
                    case NEVER -> false;
                    case ALWAYS -> true;
                    case ON_THRESHOLD -> isLarge(CostEstimate.of(action, view), view.budget());
                };
            case Action.AskHuman _, Action.Reject _, Action.Quarantine _, Action.Finish _ -> false;
        };
    }

    /// By validation scores; the gate decides again by those of the holdout.
    private static boolean isUnusual(Action.Promote promote, RunView view) {
        MetricName metric = view.data().metric();
        ChampionFact champion = view.champion();
        MetricValue standing = champion == null ? null : champion.validScore();
        return metric == null
                || view.candidates().stream()
                        .filter(candidate -> candidate.candidateId().equals(promote.candidateId()))
                        .map(CandidateFact::score)
                        .anyMatch(score -> view.controls()
                                .approval()
                                .beyondThreshold(metric, score.value(), standing == null ? null : standing.value()));
    }

    private static boolean isLarge(CostEstimate cost, BudgetLeft left) {
        return cost.candidates() > left.candidates() * LARGE_SHARE
                || cost.seconds() > left.seconds() * LARGE_SHARE
                || cost.costUsd() > left.costUsd() * LARGE_SHARE;
    }

    private static @Nullable ApprovalFact latest(Action action, RunView view) {
        if (view.controls().approvals().isEmpty()) {
            return null;
        }
        String digest = Digests.ofRecord(action);
        return view.controls().approvals().reversed().stream()
                .filter(approval -> approval.actionDigest().equals(digest))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOfThisJunction(ApprovalFact approval, RunView view) {
        return view.decisions().isEmpty()
                || view.decisions().getLast().decisionId().equals(approval.subject());
    }
}
