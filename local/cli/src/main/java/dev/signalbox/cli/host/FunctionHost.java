package dev.signalbox.cli.host;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.FunctionInvoker;
import dev.signalbox.asl.TaskCall;
import dev.signalbox.asl.TaskFailedException;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// Calls functions by name, as the Lambda service does. One instance of a handler serves all calls, as a
/// warm function would.
public final class FunctionHost implements FunctionInvoker {
    private final StageEnvironment environment;
    private final Map<StageName, RequestStreamHandler> warm = new EnumMap<>(StageName.class);

    /// @param environment what every handler is given
    public FunctionHost(StageEnvironment environment) {
        this.environment = environment;
    }

    /// What `${IngestFunction}` and the like become in a state machine: the stage's own name.
    public static Map<String, String> substitutions() {
        Map<String, String> names = new TreeMap<>();
        for (StageName stage : StageName.values()) {
            names.put(stage.title() + "Function", stage.title());
        }
        return names;
    }

    @Override
    public JsonNode invoke(TaskCall call) throws TaskFailedException {
        String name = String.valueOf(call.functionName());
        for (StageName stage : StageName.values()) {
            if (stage.title().equals(name)) {
                return invoke(stage, call.payload());
            }
        }
        throw new TaskFailedException("Lambda.ResourceNotFoundException", "Function not found: " + name);
    }

    /// Calls a stage with a request, outside of any state machine.
    ///
    /// @throws TaskFailedException with the failure's class name and Lambda's error document as cause
    public JsonNode invoke(StageName stage, JsonNode payload) throws TaskFailedException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            byte[] request = ContractJson.LENIENT.writeValueAsBytes(payload);
            handler(stage).handleRequest(new ByteArrayInputStream(request), answer, new LocalContext(stage));
            return ContractJson.LENIENT.readTree(answer.toByteArray());
        } catch (IOException | RuntimeException e) {
            throw new TaskFailedException(e.getClass().getName(), errorDocument(e));
        }
    }

    private synchronized RequestStreamHandler handler(StageName stage) {
        return warm.computeIfAbsent(stage, name -> Handlers.create(name, environment));
    }

    /// Source: AWS Lambda documentation, "Java function errors": `errorMessage` and `errorType`; the stack
    /// trace stays in the log.
    private static String errorDocument(Exception e) {
        return ContractJson.LENIENT
                .createObjectNode()
                .put("errorMessage", String.valueOf(e.getMessage()))
                .put("errorType", e.getClass().getName())
                .toString();
    }
}
