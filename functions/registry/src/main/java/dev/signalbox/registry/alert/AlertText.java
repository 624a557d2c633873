package dev.signalbox.registry.alert;

import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.stage.AlertRequest;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.registry.words.Text;
import org.jspecify.annotations.Nullable;

/// What an alert says: what was found, where, what to do next, and what it means for the model in use.
///
/// @param request what failed
/// @param champion in use now; null where there is none, or no run to know its pipeline by
record AlertText(AlertRequest request, @Nullable ModelVersion champion) {
    private static final int LONGEST_SUBJECT = 100;

    /// One line, at most 100 characters, as SNS takes it.
    String subject() {
        RunRef run = request.run();
        Outcome decided = request.decided();
        String subject = "Signalbox: " + (run == null ? "a run" : run.pipeline())
                + (decided == null
                        ? " failed in " + request.failure().state()
                        : " is " + decided.id() + ", but its report is missing");
        return subject.substring(0, Math.min(LONGEST_SUBJECT, subject.length()));
    }

    /// A line each on what, where, what was tried and what is next, and one on the champion.
    String message() {
        FailureFact failure = request.failure();
        RunRef run = request.run();
        String found = StageFailure.messageOf(failure.message()).strip();
        return "What: " + (found.isEmpty() ? "no message was given." : found) + " (" + simple(failure.error()) + ")"
                + "\nWhere: state " + failure.state() + ", "
                + (run == null ? "before a run began" : "run " + run.runId() + " of pipeline " + run.pipeline())
                + ", execution " + request.executionName() + used(failure)
                + tried()
                + "\nNext: " + next(StageFailure.hintOf(failure.message()).strip())
                + "\n" + champion(run);
    }

    private static String used(FailureFact failure) {
        Double seconds = failure.seconds();
        Long memory = failure.memoryMb();
        Long limit = failure.memoryLimitMb();
        return (memory == null || limit == null
                        ? ""
                        : ", with " + Text.count(memory) + " of " + Text.count(limit) + " MB")
                + (seconds == null ? "" : ", after " + Text.number(seconds) + " s");
    }

    /// What was decided stands when only the report failed: there was nothing to cure.
    private String tried() {
        return request.decided() == null ? "\nTried: " + new TriedText(request.tried(), request.failure()).text() : "";
    }

    private String next(String hint) {
        RunRef run = request.run();
        if (request.decided() != null && run != null) {
            return (hint.isEmpty() ? "" : hint + " Then ") + "signalbox report " + run.runId() + " writes it.";
        }
        return hint.isEmpty() ? "look at the run with signalbox show." : hint;
    }

    private String champion(@Nullable RunRef run) {
        if (run == null) {
            return "The champion, if there is one, was not touched.";
        }
        if (champion == null) {
            return "There is no champion.";
        }
        return champion.runId().equals(run.runId()) && champion.restores() == null
                ? "The champion is this run's, version " + champion.version() + "."
                : "The champion, version " + champion.version() + ", was not touched.";
    }

    static String simple(String error) {
        return error.startsWith("dev.signalbox.") ? error.substring(error.lastIndexOf('.') + 1) : error;
    }
}
