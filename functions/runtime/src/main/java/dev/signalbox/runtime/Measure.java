package dev.signalbox.runtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// A number of a pipeline that is worth watching over time: a metric of the namespace `Signalbox`, with the
/// pipeline and at most one more word for its dimensions.
///
/// @param name of the metric, such as `Decisions`
/// @param value finite
/// @param dimension what distinguishes values of one name, such as `action`; null for nothing
/// @param word its value, such as `promote`; one of a closed set, since each is a metric of its own; null
///     without a dimension
public record Measure(
        String name,
        double value,
        @Nullable String dimension,
        @Nullable String word) {
    /// One more of a kind.
    public static Measure count(String name, String dimension, String word) {
        return new Measure(name, 1, dimension, word);
    }

    /// One more.
    public static Measure count(String name) {
        return new Measure(name, 1, null, null);
    }

    /// A value.
    public static Measure value(String name, double value) {
        return new Measure(name, value, null, null);
    }

    /// One line of JSON in CloudWatch's embedded metric format.
    public String line(Clock clock, String pipeline, String runId) {
        ObjectNode line = ContractJson.LENIENT.createObjectNode();
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", clock.millis());
        ObjectNode metrics = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "Signalbox");
        ArrayNode dimensions = metrics.putArray("Dimensions").addArray().add("pipeline");
        metrics.putArray("Metrics").addObject().put("Name", name).put("Unit", "None");
        line.put("pipeline", pipeline).put("runId", runId).put(name, value);
        if (dimension != null) {
            dimensions.add(dimension);
            line.put(dimension, word);
        }
        return line.toString();
    }
}
