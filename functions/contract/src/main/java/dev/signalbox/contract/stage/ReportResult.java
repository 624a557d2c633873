package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.ArtifactRef;

/// The report, and with it the end of the run.
///
/// @param outcome as asked
/// @param reason as asked
/// @param report report.html
public record ReportResult(Outcome outcome, String reason, ArtifactRef report) {
    public ReportResult {
        Require.present(outcome, "outcome");
        Require.present(report, "report");
    }
}
