package dev.signalbox.registry.alert;

import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.stage.AlertRequest;
import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.registry.ending.FinishedStages;
import dev.signalbox.registry.ending.RunEnding;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageName;
import java.util.Optional;

/// Tells somebody that a stage failed for good, and ends the run.
final class AlertStage {
    private final StageEnvironment environment;

    AlertStage(StageEnvironment environment) {
        this.environment = environment;
    }

    /// The run ends in the ledger, since no report follows that would end it: as `failed`, or, when only the
    /// report failed, as what had been decided.
    ///
    /// Told at least once: a call that has succeeded is not announced again, one that failed on the way is.
    /// Without a run (Intake failed) each call announces.
    EndResult run(AlertRequest request) {
        RunRef run = request.run();
        EndResult ending = ending(request);
        if (run == null) {
            send(request, Optional.empty());
            return ending;
        }
        String decided = request.decided() == null ? null : request.reason();
        String recorded = decided == null ? ending.reason() : decided;
        new RunEnding(environment).end(run, ending.outcome(), recorded, null);
        if (!FinishedStages.holds(environment.ledger(), run.runId(), StageName.ALERT)) {
            send(request, environment.ledger().champion(run.pipeline()));
        }
        return ending;
    }

    private static EndResult ending(AlertRequest request) {
        String state = request.failure().state();
        String found = StageFailure.messageOf(request.failure().message()).strip();
        String failed =
                state + " failed: " + (found.isEmpty() ? request.failure().error() : found);
        Outcome decided = request.decided();
        return decided == null
                ? new EndResult(Outcome.FAILED, failed)
                : new EndResult(decided, "The run is " + decided.id() + "; its report is missing. " + failed);
    }

    private void send(AlertRequest request, Optional<ModelVersion> champion) {
        AlertText text = new AlertText(request, champion.orElse(null));
        environment.alerts().send(text.subject(), text.message());
    }
}
