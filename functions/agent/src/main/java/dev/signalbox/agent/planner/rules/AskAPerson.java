package dev.signalbox.agent.planner.rules;

import dev.signalbox.agent.guardrail.FailedStage;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.config.ApprovalConfig;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.RunView;
import java.util.List;
import java.util.Optional;

/// A person can mend outside what no other try mends alone: a store or service that stays out of reach, and
/// room for what ran out with less of it, too. They are asked only where the pipeline has somebody who
/// answers, which is where promotions may wait for a person: a run of a pipeline that never waits ends.
/// Their word is needed for each further try; a no, and no answer in time, end the run.
///
/// Where the pipeline wants tries approved, the try is proposed at once, and a guardrail asks.
final class AskAPerson implements Rule {
    static final String RETRY = "retry";
    static final String GIVE_UP = "give up";
    private static final String APPROVE = "approve";
    private static final RetryChanges UNCHANGED = new RetryChanges(1, 0, false);
    private static final int LONGEST_FINDING = 300;

    @Override
    public String name() {
        return "ask_a_person";
    }

    @Override
    public Consideration consider(RunView view) {
        FailureFact failure = Failures.of(view);
        Optional<RetryableStage> stage = FailedStage.of(failure);
        boolean outOfReach = Failures.isOutOfReach(failure);
        boolean outOfRoom = Failures.isExhausted(failure) && failure.attempts() > 0;
        if (stage.isEmpty() || !(outOfReach || outOfRoom)) {
            return Consideration.rests();
        }
        RetryChanges changes = outOfReach ? UNCHANGED : RetryExhausted.less(stage.get());
        Action.RetryStage again = new Action.RetryStage(stage.get(), changes);
        if (!Affordability.covers(view.budget(), 0)) {
            return Consideration.rests(again, "The budget does not cover another try.");
        }
        if (!view.answers().isEmpty()) {
            return answered(again, view.answers().getLast());
        }
        ApprovalConfig approval = view.controls().approval();
        if (approval.actions().getOrDefault(again.type(), ApprovalMode.NEVER) != ApprovalMode.NEVER) {
            return Consideration.fires(again, "Another try may help once the cause is mended: " + found(failure));
        }
        if (approval.mode() == ApprovalMode.NEVER) {
            return Consideration.rests(again, "It needs a person, and this pipeline never waits for one.");
        }
        return Consideration.fires(
                new Action.AskHuman(question(failure, outOfReach), List.of(RETRY, GIVE_UP)),
                "Another try helps only when a person has mended the cause: " + found(failure));
    }

    private static Consideration answered(Action again, HumanAnswer answer) {
        String option = answer.option();
        boolean yes = answer.approved() && (option == null || option.equals(RETRY) || option.equals(APPROVE));
        return yes
                ? Consideration.fires(again, "Another try was agreed to by " + answer.by() + ".")
                : Consideration.rests(again, "Another try was not agreed to by " + answer.by() + ".");
    }

    private static String question(FailureFact failure, boolean outOfReach) {
        return (outOfReach
                        ? failure.state() + " cannot reach what it needs: "
                        : failure.state() + " ran out of memory, disk or time, with less to do, too: ")
                + found(failure)
                + (outOfReach ? " Mend it and choose retry." : " Give it more room and choose retry.");
    }

    private static String found(FailureFact failure) {
        String message = Failures.message(failure);
        return message.length() <= LONGEST_FINDING ? message : message.substring(0, LONGEST_FINDING - 1) + "…";
    }
}
