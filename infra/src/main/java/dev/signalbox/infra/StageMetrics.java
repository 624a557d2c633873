package dev.signalbox.infra;

import dev.signalbox.runtime.StageName;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/// The metrics that stages write in their log lines.
final class StageMetrics {
    private static final String FINISHED = "finished";

    private StageMetrics() {}

    /// Money that a pipeline's functions took, by the price of memory and time.
    static Metric cost(String pipeline, Duration period) {
        return Metric.Builder.create()
                .namespace("Signalbox")
                .metricName("CostUsd")
                .dimensionsMap(Map.of("pipeline", pipeline))
                .statistic("Sum")
                .period(period)
                .label("USD")
                .build();
    }

    /// Money that a stage took.
    static Metric cost(String pipeline, StageName stage, Duration period) {
        return of("CostUsd", pipeline, stage, "Sum", period);
    }

    /// How long a stage worked, where it did not answer from the cache.
    static Metric duration(String pipeline, StageName stage, Duration period) {
        return of("DurationMillis", pipeline, stage, "p90", period);
    }

    /// How often a stage finished.
    static Metric count(String pipeline, StageName stage, Duration period) {
        return of("DurationMillis", pipeline, stage, "SampleCount", period);
    }

    /// A number that stages measure of a whole pipeline, such as `LargestPsi`.
    static Metric measured(String name, String pipeline, String statistic, Duration period) {
        return Metric.Builder.create()
                .namespace("Signalbox")
                .metricName(name)
                .dimensionsMap(Map.of("pipeline", pipeline))
                .statistic(statistic)
                .period(period)
                .build();
    }

    /// All metrics of a name that one more word distinguishes, such as `Decisions` by `action`.
    static MathExpression by(String dimension, String name, String pipeline, String statistic, Duration period) {
        return MathExpression.Builder.create()
                .expression("SEARCH('{Signalbox,pipeline," + dimension + "} MetricName=\"" + name + "\" pipeline=\""
                        + pipeline + "\"', '" + statistic + "', " + period.toSeconds() + ")")
                .usingMetrics(Map.of())
                .period(period)
                .label("")
                .build();
    }

    private static Metric of(String name, String pipeline, StageName stage, String statistic, Duration period) {
        Map<String, String> dimensions = new TreeMap<>();
        dimensions.put("stage", stage.id());
        dimensions.put("pipeline", pipeline);
        dimensions.put("result", FINISHED);
        return Metric.Builder.create()
                .namespace("Signalbox")
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic(statistic)
                .period(period)
                .label(stage.title())
                .build();
    }
}
