package dev.signalbox.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.ReportRequest;
import dev.signalbox.contract.stage.ReportResult;
import dev.signalbox.runtime.StageName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The report of an ended run.
///
/// @param runs the workspace
/// @param runId the whole id
public record RunReport(LocalRuns runs, String runId) {
    /// Where it is; empty when none was written, or when its file is gone.
    public Optional<Path> written() {
        return runs.environment().ledger().entries(runId).stream()
                .flatMap(entry -> places(entry.event()))
                .filter(Files::exists)
                .reduce((earlier, later) -> later);
    }

    private static Stream<Path> places(LedgerEvent event) {
        return event instanceof LedgerEvent.RunEnded ended && ended.report() != null
                ? Stream.of(FileUris.path(ended.report().uri()))
                : Stream.empty();
    }

    /// Writes it from what the run's state machine answered: that holds all that Report asks for.
    ///
    /// Raises [InvalidInput] for a run that did not end with a decision, and what Report raises.
    public Path write() {
        ReportResult result = new StageCaller(runs).call(StageName.REPORT, request(), ReportResult.class);
        return FileUris.path(result.report().uri());
    }

    private ReportRequest request() {
        JsonNode output = runs.output(runId)
                .orElseThrow(() -> new InvalidInput(
                        "The run " + runId + " has no report: it has not ended, or a stage failed.",
                        "signalbox show " + runId + " tells how it stands."));
        try {
            return ContractJson.LENIENT.treeToValue(output, ReportRequest.class);
        } catch (JsonProcessingException e) {
            throw new InvalidInput(
                    "What the run " + runId + " answered is not what a report is made from: " + e.getOriginalMessage()
                            + ".",
                    "It was run by another version; run the pipeline again.",
                    e);
        }
    }
}
