package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.decision.Situation;
import java.util.List;

/// Which rules are asked in which situation, in their order. The last of each always fires.
public final class Rulebook {
    private static final List<Rule> DATA =
            List.of(new QuarantineUnusable(), new QuarantineUnhelped(), new RepairErrors(), new QuarantineUnrepaired());
    private static final List<Rule> MODELS = List.of(
            new RejectDenied(),
            new PromoteApproved(),
            new RejectUnlearnable(),
            new TrainDeeper(),
            new TrainCalmer(),
            new WeighClasses(),
            new BlendDiffering(),
            new RejectBehindChampion(),
            new PromoteBest(),
            new RejectEmpty());
    private static final List<Rule> FAILURE = List.of(
            new QuarantineBadInput(),
            new RetryExhausted(),
            new RetryOtherParser(),
            new AskAPerson(),
            new FinishFailure());

    private Rulebook() {}

    /// The rules of a situation with a search in the place of the single rounds of training.
    ///
    /// @param search proposes what to train next, or rests
    public static List<Rule> searching(Situation situation, Rule search) {
        return of(situation).stream()
                .filter(rule -> !(rule instanceof TrainCalmer))
                .map(rule -> rule instanceof TrainDeeper ? search : rule)
                .toList();
    }

    /// The rules of a situation.
    public static List<Rule> of(Situation situation) {
        return switch (situation) {
            case DATA -> DATA;
            case MODELS, DRIFT -> MODELS;
            case FAILURE -> FAILURE;
        };
    }
}
