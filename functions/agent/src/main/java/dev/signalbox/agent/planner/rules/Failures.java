package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.util.Set;

/// Kinds of failure by the names that Lambda and the state machine report.
final class Failures {
    /// Runtime.ExitError is what Lambda reports when the kernel ends a process for its memory,
    /// Sandbox.Timedout when the function's own time ran out. Source: AWS Lambda, "Troubleshoot invocation
    /// issues".
    private static final Set<String> EXHAUSTED = Set.of(
            ResourceExhausted.class.getName(),
            "java.lang.OutOfMemoryError",
            "Runtime.ExitError",
            "Runtime.OutOfMemory",
            "Sandbox.Timedout",
            "States.Timeout",
            "States.HeartbeatTimeout");

    private static final Set<String> BAD_INPUT = Set.of(InvalidInput.class.getName(), DataQuality.class.getName());

    /// What the state machine has tried five times before it comes here.
    private static final Set<String> OUT_OF_REACH = Set.of(
            DependencyUnavailable.class.getName(),
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException");

    private Failures() {}

    static FailureFact of(RunView view) {
        FailureFact failure = view.failure();
        if (failure == null) {
            throw new IllegalArgumentException("the view has no failure; expected one in the situation 'failure'");
        }
        return failure;
    }

    static boolean isBadInput(FailureFact failure) {
        return BAD_INPUT.contains(failure.error());
    }

    static boolean isExhausted(FailureFact failure) {
        return EXHAUSTED.contains(failure.error());
    }

    static boolean isOutOfReach(FailureFact failure) {
        return OUT_OF_REACH.contains(failure.error());
    }

    static boolean isDefect(FailureFact failure) {
        return UnexpectedFailure.class.getName().equals(failure.error());
    }

    /// What was found and expected, without the hint.
    static String message(FailureFact failure) {
        String message = StageFailure.messageOf(failure.message()).strip();
        return message.isEmpty() ? failure.error() + "." : message;
    }
}
