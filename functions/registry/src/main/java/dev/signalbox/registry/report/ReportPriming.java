package dev.signalbox.registry.report;

import dev.signalbox.runtime.snapshot.Priming;

/// Reads the report's template.
public final class ReportPriming implements Priming {
    @Override
    public void prime() {
        new ReportPage().readTemplate();
    }
}
