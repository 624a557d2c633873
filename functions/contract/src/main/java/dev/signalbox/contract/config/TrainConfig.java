package dev.signalbox.contract.config;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Algorithm;
import java.util.List;

/// How candidates are trained.
///
/// @param algorithms those to try; empty means all
/// @param concurrency candidates trained side by side, 1 to 40; default 2
/// @param threads of one learner, 1 to 64; default 1; the model's bytes do not depend on it
/// @param timeoutSeconds for one candidate, 1 to 900; default 600
public record TrainConfig(List<Algorithm> algorithms, int concurrency, int threads, long timeoutSeconds) {
    public TrainConfig {
        algorithms = Require.listOrEmpty(algorithms);
        concurrency = concurrency == 0 ? 2 : (int) Require.inRange(concurrency, 1, 40, "train.concurrency");
        threads = threads == 0 ? 1 : (int) Require.inRange(threads, 1, 64, "train.threads");
        timeoutSeconds = timeoutSeconds == 0 ? 600 : Require.inRange(timeoutSeconds, 1, 900, "train.timeoutSeconds");
    }

    /// Everything by default.
    public static TrainConfig defaults() {
        return new TrainConfig(List.of(), 0, 0, 0);
    }
}
