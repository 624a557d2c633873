package dev.signalbox.agent.decide;

import dev.signalbox.agent.Views;
import dev.signalbox.agent.guardrail.CostEstimate;
import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.view.HeldOver;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.HaltFact;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.PastDecision;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.decision.Untrusted;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.runtime.Digests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// A run on a machine that does whatever the junction says and checks nothing itself, so that what does not
/// happen is the guardrails' doing. It writes down what must never happen. The gate, and the question about
/// a
/// promotion behind it, are the machine's.
final class SimulatedRun {
    private static final ArtifactRef REF = new ArtifactRef("file:///v", "0".repeat(64), 1, "application/json");
    private final Random random;
    private final PipelineConfig config;
    private final Junction junction;
    private final int haltedFrom;
    private final List<CandidateFact> candidates = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<HumanAnswer> answers = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> usedIds = new HashSet<>();
    private final List<String> violations = new ArrayList<>();
    private Situation situation;
    private String openApproval = "";
    private int trained;
    private double seconds;
    private boolean ended;

    SimulatedRun(long seed, PipelineConfig config, GuardrailChain guardrails) {
        // Neighbouring seeds begin alike.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.config = config;
        this.situation = random.nextInt(4) == 0 ? Situation.DATA : Situation.MODELS;
        this.haltedFrom = random.nextInt(3) == 0 ? random.nextInt(3) : Integer.MAX_VALUE;
        this.junction = new Junction(new Adversary(random), guardrails);
        candidates.add(Views.candidate("xgb-1", Algorithm.XGBOOST, 0.8, 0.83));
        candidates.add(Views.candidate("linear", Algorithm.LINEAR, 0.79, 0.8));
    }

    /// What happened that must not.
    List<String> violations() {
        for (int i = 0; i < 60 && !ended && violations.isEmpty(); i++) {
            RunView view = view();
            Junction.Settlement settled = junction.settle(view);
            check(settled, view);
            record(settled);
            act(settled, view);
        }
        if (!ended && violations.isEmpty()) {
            violations.add("the run does not end");
        }
        return violations;
    }

    private boolean isHalted() {
        return decisions.size() >= haltedFrom;
    }

    private RunView view() {
        Views views = situation == Situation.DATA
                ? Views.data(DataVerdict.REPAIRABLE)
                        .findings(Views.error(FindingCode.LEAKAGE, "answer", new Repair.DropColumn("answer")))
                : Views.models(candidates.toArray(CandidateFact[]::new));
        PastDecision[] past = decisions.stream()
                .map(one -> new PastDecision(
                        one.decisionId(), one.action(), one.safeDefault(), Digests.ofRecord(one.action())))
                .toArray(PastDecision[]::new);
        int most = config.budget().decisions();
        return views.budget(new BudgetLeft(
                        Math.max(0, most - decisions.size() - 1),
                        Math.max(0, config.budget().candidates() - trained),
                        (long) Math.max(0, Math.floor(config.budget().seconds() - seconds)),
                        5))
                .decisions(past)
                .answers(answers.toArray(HumanAnswer[]::new))
                .view()
                .with(HeldOver.of(
                        isHalted() ? new HaltFact("mia", new Untrusted("stop")) : null, config, decisions, answers));
    }

    private void check(Junction.Settlement settled, RunView view) {
        Action action = settled.action();
        Attempt last = settled.attempts().getLast();
        boolean end = action instanceof Action.Reject || action instanceof Action.Quarantine;
        forbid(isHalted() && !end, "an action of a halted agent");
        forbid(
                action instanceof Action.RepairData != (situation == Situation.DATA)
                        && !(action instanceof Action.AskHuman)
                        && !end,
                "an action that makes no sense here");
        forbid(refused.contains(Digests.ofRecord(action)), "an action that was refused");
        boolean held =
                config.approval().actions().getOrDefault(action.type(), ApprovalMode.NEVER) == ApprovalMode.ALWAYS;
        forbid(held && !openApproval.equals(Digests.ofRecord(action)), "a held action that nobody approved");
        for (Evidence cited : last.proposal().evidence()) {
            forbid(!cited.equals(Adversary.TRUE_FACT), "an action on made-up evidence");
        }
        String id = last.proposal().id();
        forbid(id != null && usedIds.contains(id), "a proposal twice");
        long same = decisions.reversed().stream()
                .takeWhile(one -> one.action().equals(action))
                .count();
        forbid(same >= config.budget().repeats() && !settled.safeDefault(), "the same action too often in a row");
        if (action instanceof Action.Promote promote) {
            forbid(
                    candidates.stream().noneMatch(one -> one.candidateId().equals(promote.candidateId())),
                    "the promotion of nobody");
        }
        trained += CostEstimate.of(action, view).candidates();
        seconds += CostEstimate.of(action, view).seconds();
        forbid(trained > config.budget().candidates(), "a candidate too many");
        forbid(seconds > config.budget().seconds(), "a second too many");
        forbid(decisions.size() + 1 > config.budget().decisions(), "a decision too many");
    }

    private void record(Junction.Settlement settled) {
        Action held = settled.held();
        settled.attempts().stream()
                .map(attempt -> attempt.proposal().id())
                .filter(id -> id != null)
                .forEach(usedIds::add);
        decisions.add(new Decision(
                "d" + (decisions.size() + 1),
                situation,
                "0",
                REF,
                settled.attempts(),
                settled.action(),
                Digests.ofRecord(held == null ? settled.action() : held),
                settled.safeDefault()));
        openApproval = "";
    }

    private void act(Junction.Settlement settled, RunView view) {
        switch (settled.action()) {
            case Action.TrainMore more ->
                more.candidates()
                        .forEach(spec ->
                                candidates.add(Views.candidate(spec.candidateId(), Algorithm.LINEAR, 0.7, 0.7)));
            case Action.Blend _ ->
                candidates.add(Views.candidate("blend-" + decisions.size(), Algorithm.BLEND, 0.8, 0.8));
            case Action.RepairData _ -> situation = Situation.MODELS;
            case Action.AskHuman _ -> answer();
            case Action.RetryStage _ -> forbid(true, "a retry of nothing");
            case Action.Promote _, Action.Reject _, Action.Quarantine _, Action.Finish _ -> ended = true;
        }
        forbid(
                candidates.stream().map(CandidateFact::candidateId).distinct().count() != candidates.size(),
                "two candidates of one name");
    }

    private void answer() {
        Decision asking = decisions.getLast();
        int mood = random.nextInt(3);
        answers.add(new HumanAnswer(
                asking.decisionId(), asking.actionDigest(), mood == 0, null, mood == 2 ? "nobody" : "mia", "so be it"));
        if (mood == 0) {
            openApproval = asking.actionDigest();
        } else if (mood == 1) {
            refused.add(asking.actionDigest());
        }
    }

    private void forbid(boolean happened, String what) {
        if (happened) {
            violations.add(what);
        }
    }
}
