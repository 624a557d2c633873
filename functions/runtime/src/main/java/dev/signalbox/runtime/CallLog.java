package dev.signalbox.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.stage.RunRef;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of JSON a call, in CloudWatch's embedded metric format, with the run as correlation id. Source:
/// AWS documentation, "Specification: CloudWatch embedded metric format".
final class CallLog {
    private final StageEnvironment environment;
    private final @Nullable Context context;
    private final StageName stage;

    CallLog(StageEnvironment environment, @Nullable Context context, StageName stage) {
        this.environment = environment;
        this.context = context;
        this.stage = stage;
    }

    void finished(@Nullable RunRef run, Usage usage, boolean cached) {
        write(line(run, usage, cached ? "cached" : "finished").toString());
    }

    void failed(@Nullable RunRef run, String error, Usage usage) {
        write(line(run, usage, "failed").put("error", error).toString());
    }

    /// Numbers of the stage's own, each in a line.
    void measured(RunRef run, List<Measure> measures) {
        measures.forEach(measure -> write(measure.line(environment.clock(), run.pipeline(), run.runId())));
    }

    private ObjectNode line(@Nullable RunRef run, Usage usage, String result) {
        ObjectNode line = ContractJson.LENIENT.createObjectNode();
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", environment.clock().millis());
        ObjectNode metrics = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "Signalbox");
        metrics.putArray("Dimensions").add(names("stage", "pipeline", "result")).add(names("pipeline"));
        ArrayNode measured = metrics.putArray("Metrics");
        measured.addObject().put("Name", "DurationMillis").put("Unit", "Milliseconds");
        measured.addObject().put("Name", "CostUsd").put("Unit", "None");
        line.put("stage", stage.id());
        line.put("pipeline", run == null ? "none" : run.pipeline());
        line.put("result", result);
        line.put("runId", run == null ? "none" : run.runId());
        return line.put("DurationMillis", usage.millis()).put("CostUsd", usage.costUsd());
    }

    private static ArrayNode names(String... names) {
        ArrayNode list = ContractJson.LENIENT.createArrayNode();
        Arrays.stream(names).forEach(list::add);
        return list;
    }

    private void write(String line) {
        if (context != null && context.getLogger() != null) {
            // As bytes: a text would be wrapped in a line of JSON of Lambda's own, in which CloudWatch sees no metrics.
            context.getLogger().log((line + "\n").getBytes(StandardCharsets.UTF_8));
        } else {
            environment.log().line(line);
        }
    }
}
