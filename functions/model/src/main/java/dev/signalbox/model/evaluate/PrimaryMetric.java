package dev.signalbox.model.evaluate;

import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.metric.Metrics;
import java.util.stream.Collectors;

/// The metric that candidates are ranked and promoted by.
public final class PrimaryMetric {
    private PrimaryMetric() {}

    /// The configured one, else what the data asks for, else the default of the task.
    ///
    /// Raises [InvalidInput] where the task does not have that metric.
    public static MetricName of(PipelineConfig config, PreparedRef prepared) {
        Task task = prepared.task();
        MetricName metric = prepared.metricFor(config);
        if (!Metrics.of(task).contains(metric)) {
            throw new InvalidInput(
                    "The metric is " + metric.id() + ", which a " + task.id() + " task does not have; expected one of "
                            + Metrics.of(task).stream().map(MetricName::id).collect(Collectors.joining(", ")) + ".",
                    "Change metric in the pipeline's configuration, or set its task.");
        }
        return metric;
    }
}
