package dev.signalbox.agent.view;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.PastDecision;
import dev.signalbox.contract.decision.Untrusted;
import dev.signalbox.runtime.Digests;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was decided and answered earlier in the run: the newest that fit, oldest first. Long lists inside an
/// action are cut to their beginning.
final class PastDecisions {
    private static final int DECISION_BYTES = 6_000;
    private static final int ANSWER_BYTES = 3_000;
    private static final int MOST_SPECS = 6;
    private static final int REPAIR_BYTES = 2_500;

    private PastDecisions() {}

    static List<PastDecision> of(List<Decision> decisions) {
        List<PastDecision> past = decisions.stream()
                .map(decision -> new PastDecision(
                        decision.decisionId(),
                        shortened(decision.action()),
                        decision.safeDefault(),
                        Digests.ofRecord(decision.action())))
                .toList();
        return Bounded.back(DECISION_BYTES, past);
    }

    static List<HumanAnswer> answers(List<HumanAnswer> answers) {
        return Bounded.back(
                ANSWER_BYTES, answers.stream().map(PastDecisions::cleaned).toList());
    }

    private static Action shortened(Action action) {
        return switch (action) {
            case Action.TrainMore more ->
                new Action.TrainMore(more.candidates()
                        .subList(0, Math.min(MOST_SPECS, more.candidates().size())));
            case Action.RepairData repair -> shortened(repair);
            case Action.Blend blend -> blend;
            case Action.AskHuman ask -> ask;
            case Action.Promote promote -> promote;
            case Action.Reject reject -> reject;
            case Action.Quarantine quarantine -> quarantine;
            case Action.RetryStage retry -> retry;
            case Action.Finish finish -> finish;
        };
    }

    private static Action shortened(Action.RepairData repair) {
        List<Repair> fitting = Bounded.front(REPAIR_BYTES, repair.repairs());
        return fitting.isEmpty() ? repair : new Action.RepairData(fitting);
    }

    private static HumanAnswer cleaned(HumanAnswer answer) {
        String by = new Untrusted(answer.by()).text();
        return new HumanAnswer(
                answer.subject(),
                answer.actionDigest(),
                answer.approved(),
                text(answer.option()),
                by.isBlank() ? "somebody" : by,
                text(answer.reason()));
    }

    private static @Nullable String text(@Nullable String untrusted) {
        return untrusted == null ? null : new Untrusted(untrusted).text();
    }
}
