package dev.signalbox.asl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.clock.EngineClock;
import dev.signalbox.asl.history.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A machine on a virtual clock, with functions whose answers are lined up beforehand and whose calls are
/// kept.
public final class Trial {

    /// When every trial starts.
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What a function does with its payload.
    @FunctionalInterface
    public interface Function {
        JsonNode apply(JsonNode payload) throws TaskFailedException;
    }

    private final String definition;
    private final EngineClock clock = EngineClock.virtual(START);
    private final Map<String, Function> functions = new HashMap<>();
    private final Map<String, Deque<Function>> script = new HashMap<>();
    private final Map<String, Duration> durations = new HashMap<>();
    private final Map<String, TaskAnswer> answers = new HashMap<>();
    /// The calls made, in order.
    public final List<TaskCall> calls = new ArrayList<>();
    /// When each was made.
    public final List<Instant> callTimes = new ArrayList<>();

    private Trial(String definition) {
        this.definition = definition;
    }

    /// A trial of a definition; single quotes stand for double ones, a bare name for a function's ARN, and a
    /// state `Caught` is left out where nothing leads to it.
    public static Trial of(String definition) {
        String arn = "\"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:$1\"";
        return new Trial(definition.replace('\'', '"').replaceAll("\"Resource\": \"(\\w+)\"", arn));
    }

    /// A trial of a machine of one state that ends.
    public static Trial ofState(String state) {
        return of("{'StartAt': 'S', 'QueryLanguage': 'JSONata', 'States': {'S': " + state + "}}");
    }

    /// A trial of a Task `S` that calls the function `work` and ends, beside a state `Caught` for its errors.
    ///
    /// @param fields what else the Task has
    public static Trial ofWork(String fields) {
        return of("""
                {'StartAt': 'S', 'QueryLanguage': 'JSONata', 'States': {
                  'S': {'Type': 'Task', 'Resource': 'work', 'End': true, %s},
                  'Caught': {'Type': 'Pass', 'Output': {'caught': '{% $states.input %}'}, 'End': true}}}
                """.replace("%s", fields));
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    public Trial function(String name, Function function) {
        functions.put(name, function);
        return this;
    }

    /// Lines up one answer of a function, before what [#function] says.
    public Trial then(String name, String answer) {
        return then(name, payload -> json(answer));
    }

    public Trial thenFails(String name, String error) {
        return then(name, payload -> {
            throw new TaskFailedException(error, "because");
        });
    }

    private Trial then(String name, Function function) {
        script.computeIfAbsent(name, key -> new ArrayDeque<>()).add(function);
        return this;
    }

    public Trial takes(String name, long seconds) {
        durations.put(name, Duration.ofSeconds(seconds));
        return this;
    }

    public Trial answer(String token, TaskAnswer answer) {
        answers.put(token, answer);
        return this;
    }

    public ExecutionResult run() {
        return run("{}");
    }

    public ExecutionResult run(String input) {
        Engine engine = engine().build();
        return engine.start(machine(), "trial", json(input));
    }

    public Engine.EngineBuilder engine() {
        return Engine.builder()
                .clock(clock)
                .seed(7)
                .tokenGenerator((execution, state, ordinal) -> "token-" + ordinal)
                .tokens(token -> Optional.ofNullable(answers.get(token)))
                .tasks(tasks());
    }

    public TaskInvoker tasks() {
        TaskInvoker functionsOnly = TaskInvoker.functions(this::call);
        return new TaskInvoker() {
            @Override
            public JsonNode invoke(TaskCall call) throws TaskFailedException {
                return functionsOnly.invoke(call);
            }

            @Override
            public Duration virtualDuration(TaskCall call) {
                return durations.getOrDefault(String.valueOf(call.functionName()), Duration.ZERO);
            }
        };
    }

    private JsonNode call(TaskCall call) throws TaskFailedException {
        synchronized (calls) {
            calls.add(call);
            callTimes.add(clock.now());
        }
        String name = String.valueOf(call.functionName());
        Deque<Function> lined = script.get(name);
        Function function = lined == null || lined.isEmpty() ? functions.get(name) : lined.poll();
        return function == null ? call.payload() : function.apply(call.payload());
    }

    public StateMachine machine() {
        try {
            JsonNode json = JSON.readTree(definition);
            if (!definition.contains("\"Next\": \"Caught\"")) {
                ((ObjectNode) json.get("States")).remove("Caught");
            }
            return StateMachine.load("machine", json);
        } catch (InvalidDefinitionException | JsonProcessingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /// The seconds since the start at which the calls were made.
    public List<Double> callSeconds() {
        return callTimes.stream()
                .map(time -> Duration.between(START, time).toMillis() / 1000.0)
                .toList();
    }

    /// How long the execution took by its history, in seconds.
    public static double seconds(ExecutionResult result) {
        return Duration.between(
                                result.history().getFirst().timestamp(),
                                result.history().getLast().timestamp())
                        .toMillis()
                / 1000.0;
    }

    /// The history as lines of id, previous id, type and name.
    public static List<String> lines(ExecutionResult result) {
        return result.history().stream().map(Trial::line).toList();
    }

    private static String line(HistoryEvent event) {
        String name = event.name() == null ? "" : " " + event.name();
        String index = event.details().has("index") ? " " + event.details().get("index") : "";
        return event.id() + " " + event.previousEventId() + " " + event.type().awsName() + name + index;
    }

    /// The history as types alone.
    public static List<String> types(ExecutionResult result) {
        return result.history().stream().map(event -> event.type().awsName()).toList();
    }
}
