package dev.signalbox.contract.stage;

import org.jspecify.annotations.Nullable;

/// What every request carries: the run that it belongs to, which is the correlation id of logs and traces.
public interface StageRequest {
    /// The run; null only before Intake has made one.
    @Nullable
    RunRef run();
}
