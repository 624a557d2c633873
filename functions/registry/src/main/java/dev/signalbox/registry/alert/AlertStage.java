package dev.signalbox.registry.alert;

import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.stage.AlertRequest;
import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.registry.ending.RunEnding;
import dev.signalbox.runtime.StageEnvironment;
import org.jspecify.annotations.Nullable;

/// Tells somebody that a run failed, and ends it.
final class AlertStage {
    private final StageEnvironment environment;

    AlertStage(StageEnvironment environment) {
        this.environment = environment;
    }

    /// The run ends as `failed` in the ledger: no report follows a failure, so nothing else would end it.
    ///
    /// Idempotent: a run that has ended so is not announced again. Without a run (Intake failed) each call
    /// announces.
    EndResult run(AlertRequest request) {
        FailureFact failure = request.failure();
        String found = StageFailure.messageOf(failure.message()).strip();
        String reason = failure.state() + " failed: " + (found.isEmpty() ? failure.error() : found);
        RunRef run = request.run();
        boolean news = run == null || new RunEnding(environment).end(run, Outcome.FAILED, reason, null);
        if (news) {
            environment.alerts().send(subject(run, failure), message(request, found));
        }
        return new EndResult(Outcome.FAILED, reason);
    }

    private static String subject(@Nullable RunRef run, FailureFact failure) {
        int longest = 100;
        String subject = "Signalbox: " + (run == null ? "a run" : run.pipeline()) + " failed in " + failure.state();
        return subject.substring(0, Math.min(longest, subject.length()));
    }

    private static String message(AlertRequest request, String found) {
        FailureFact failure = request.failure();
        RunRef run = request.run();
        String hint = StageFailure.hintOf(failure.message()).strip();
        return "What: " + (found.isEmpty() ? "no message was given." : found) + " (" + simple(failure.error()) + ")"
                + "\nWhere: state " + failure.state() + ", "
                + (run == null ? "before a run began" : "run " + run.runId() + " of pipeline " + run.pipeline())
                + ", execution " + request.executionName()
                + "\nNext: " + (hint.isEmpty() ? "look at the run with signalbox show." : hint)
                + "\nThe champion, if there is one, was not touched.";
    }

    private static String simple(String error) {
        return error.startsWith("dev.signalbox.") ? error.substring(error.lastIndexOf('.') + 1) : error;
    }
}
