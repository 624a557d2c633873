package dev.signalbox.asl.durable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalbox.asl.Engine;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.InvalidDefinitionException;
import dev.signalbox.asl.StateMachine;
import dev.signalbox.asl.TaskCall;
import dev.signalbox.asl.TaskFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/// The process that [KillTest] kills: it starts the execution, or resumes it when it is there, and writes
/// down how it ended.
public final class KilledProcess {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// One task at a time where the order counts, all of Pass, Choice loop, Task, retry, catch, Map,
    /// Parallel and Wait.
    static final String MACHINE = """
            {"StartAt": "Init", "QueryLanguage": "JSONata", "States": {
              "Init": {"Type": "Pass", "Assign": {"n": 0, "log": []}, "Next": "Count"},
              "Count": {"Type": "Task", "Resource": "work", "Arguments": {"id": "{% 'count-' & $n %}"},
                "Assign": {"n": "{% $n + 1 %}", "log": "{% $append($log, $states.result.id) %}"}, "Next": "More"},
              "More": {"Type": "Choice", "Choices": [{"Condition": "{% $n < 6 %}", "Next": "Count"}], "Default": "Flaky"},
              "Flaky": {"Type": "Task", "Resource": "flaky", "Arguments": {"id": "flaky"}, "TimeoutSeconds": 60,
                "Retry": [{"ErrorEquals": ["Once"], "IntervalSeconds": 1, "MaxAttempts": 2}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput.Error %}", "Next": "Map"}], "Next": "Map"},
              "Map": {"Type": "Map", "MaxConcurrency": 1, "Items": "{% [1..5] %}", "Next": "Both", "Assign": {"mapped": "{% $states.result %}"},
                "ItemProcessor": {"StartAt": "Prepare", "States": {
                  "Prepare": {"Type": "Pass", "Assign": {"square": "{% $states.input * $states.input %}"}, "Next": "Work"},
                  "Work": {"Type": "Task", "Resource": "work", "Arguments": {"id": "{% 'map-' & $states.context.Map.Item.Index %}"},
                    "Output": {"square": "{% $square %}", "id": "{% $states.result.id %}"}, "End": true}}}},
              "Both": {"Type": "Parallel", "Next": "Pause", "Branches": [
                {"StartAt": "Left", "States": {"Left": {"Type": "Task", "Resource": "work", "Arguments": {"id": "left"}, "Next": "LeftWait"},
                  "LeftWait": {"Type": "Wait", "Seconds": 1, "End": true}}},
                {"StartAt": "Right", "States": {"Right": {"Type": "Map", "Items": ["a", "b", "c", "d"], "End": true, "ItemProcessor": {"StartAt": "Q", "States": {
                  "Q": {"Type": "Task", "Resource": "work", "Arguments": {"id": "{% $states.input %}"}, "Output": "{% $states.result.id %}", "End": true}}}}}}]},
              "Pause": {"Type": "Wait", "Seconds": 1, "Next": "Last"},
              "Last": {"Type": "Pass", "Output": {"log": "{% $log %}", "mapped": "{% $mapped %}", "both": "{% $states.input %}", "n": "{% $n %}"}, "End": true}}}
            """;

    private KilledProcess() {}

    /// Arguments: the folder to work in.
    public static void main(String[] arguments) throws IOException, InvalidDefinitionException {
        Path folder = Path.of(arguments[0]);
        Files.writeString(folder.resolve("result.json"), JSON.writeValueAsString(result(run(folder))));
    }

    static ExecutionResult run(Path folder) throws IOException, InvalidDefinitionException {
        StateMachine machine = StateMachine.load(
                "machine",
                JSON.readTree(MACHINE.replaceAll(
                        "\"Resource\": \"(\\w+)\"",
                        "\"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:$1\"")));
        try (Checkpoints checkpoints = Checkpoints.sqlite(folder.resolve("runs.db"))) {
            Engine engine = Engine.builder()
                    .functions(call -> work(folder, call))
                    .checkpoints(checkpoints)
                    .workers(1)
                    .build();
            boolean begun = checkpoints.find("run").isPresent();
            Files.writeString(folder.resolve("ready"), "");
            return begun
                    ? engine.resume(machine, "run")
                    : engine.start(machine, "run", JSON.readTree("{\"x\": [1.5, \"ä\"]}"));
        }
    }

    static JsonNode result(ExecutionResult result) {
        var json = JSON.createObjectNode();
        json.put("status", result.status().name());
        json.set("output", result.output());
        var history = json.putArray("history");
        result.history()
                .forEach(event -> history.add(event.type().awsName() + " " + event.name() + " "
                        + event.details().path("index").asText()));
        return json;
    }

    private static JsonNode work(Path folder, TaskCall call) throws TaskFailedException {
        String id = call.payload().get("id").textValue();
        try {
            Files.writeString(
                    folder.resolve("calls.txt"), id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LockSupport.parkNanos(15_000_000);
        if ("flaky".equals(call.functionName()) && call.retryCount() == 0) {
            throw new TaskFailedException("Once", "the first attempt always fails");
        }
        return JSON.createObjectNode().put("id", id);
    }
}
