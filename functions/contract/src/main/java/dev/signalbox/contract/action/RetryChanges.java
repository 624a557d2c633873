package dev.signalbox.contract.action;

import dev.signalbox.contract.Require;

/// What is different when a stage runs again.
///
/// @param sampleFraction share of the rows used, 0.01 to 1; default 1
/// @param threads 1 to 64; 0 leaves it
/// @param lenientParser whether Ingest reads every column as text first
public record RetryChanges(double sampleFraction, int threads, boolean lenientParser) {
    public RetryChanges {
        sampleFraction = sampleFraction == 0 ? 1 : Require.inRange(sampleFraction, 0.01, 1, "sampleFraction");
        Require.inRange(threads, 0, 64, "threads");
    }
}
