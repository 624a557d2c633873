package dev.signalbox.registry.report;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.stage.ReportRequest;
import dev.signalbox.contract.stage.ReportResult;
import dev.signalbox.registry.ending.RunEnding;
import dev.signalbox.runtime.StageEnvironment;
import java.nio.charset.StandardCharsets;

/// Writes the report and ends the run.
final class ReportStage {
    private static final String MEDIA_TYPE = "text/html; charset=utf-8";
    private final StageEnvironment environment;

    ReportStage(StageEnvironment environment) {
        this.environment = environment;
    }

    /// Reads what the run wrote, draws the page, and ends the run in the ledger and in the index of runs.
    ///
    /// Idempotent: a repeat writes a page of the same facts and ends nothing twice. Raises
    /// [dev.signalbox.contract.failure.InvalidInput] when an artifact of the request is gone or has another
    /// shape; one that the request does not name is left out of the page.
    ReportResult run(ReportRequest request, String folder) {
        Story story = new StoryReader(environment).read(request);
        byte[] html = new ReportPage().render(story).getBytes(StandardCharsets.UTF_8);
        ArtifactRef report = environment.artifacts().write(folder, "report.html", MEDIA_TYPE, html);
        new RunEnding(environment).end(request.run(), request.outcome(), request.reason(), report);
        return new ReportResult(request.outcome(), request.reason(), report);
    }
}
