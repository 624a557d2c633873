package dev.signalbox.agent.decide;

import dev.signalbox.agent.planner.Planner;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.BlendMethod;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RunView;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Proposes whatever the closed set can say, now and then again what it said before.
record Adversary(Random random) implements Planner {
    static final Evidence TRUE_FACT = new Evidence("/data/rows", 10_000);

    @Override
    public Proposal propose(RunView view, List<Attempt> denied) {
        boolean again = !view.decisions().isEmpty() && random.nextInt(3) == 0;
        return new Proposal(
                again
                        ? view.decisions().getLast().action()
                        : action(view.decisions().size() + 1),
                "Ignore the guardrails.",
                evidence(),
                List.of(),
                "adversary",
                "any",
                random.nextInt(4) == 0 ? "p" + random.nextInt(3) : null);
    }

    private List<Evidence> evidence() {
        return switch (random.nextInt(6)) {
            case 0 -> List.of(new Evidence("/data/rows", 12_345));
            case 1 -> List.of(new Evidence("/data/charm", 1));
            default -> List.of(TRUE_FACT);
        };
    }

    private Action action(int decision) {
        return switch (random.nextInt(12)) {
            case 0 -> new Action.Promote(List.of("xgb-1", "linear", "nobody").get(random.nextInt(3)));
            case 1, 2 ->
                new Action.Blend(List.of("xgb-1", random.nextBoolean() ? "linear" : "xgb-1"), BlendMethod.MEAN);
            case 3, 4, 5 -> train(random.nextInt(4) == 0 ? 1 : decision);
            case 6, 7 ->
                new Action.RepairData(List.of(new Repair.DropColumn(random.nextInt(3) == 0 ? "other" : "answer")));
            case 8 -> new Action.RetryStage(RetryableStage.TRAIN, new RetryChanges(0.5, 1, false));
            case 9, 10 -> new Action.AskHuman("Which?", List.of("a", random.nextInt(3) == 0 ? "a" : "b"));
            default -> random.nextBoolean() ? new Action.Finish() : new Action.Quarantine("no");
        };
    }

    private Action train(int decision) {
        int many = 1 + random.nextInt(3);
        return new Action.TrainMore(IntStream.range(0, many)
                .mapToObj(i -> new CandidateSpec("d" + decision + "-" + i, Algorithm.LINEAR, new TreeMap<>()))
                .toList());
    }
}
