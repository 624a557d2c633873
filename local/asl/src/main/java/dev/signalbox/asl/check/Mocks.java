package dev.signalbox.asl.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.TaskAnswer;
import dev.signalbox.asl.TaskCall;
import dev.signalbox.asl.TaskFailedException;
import dev.signalbox.asl.TaskInvoker;
import dev.signalbox.asl.TaskTokens;
import dev.signalbox.asl.check.MockedResponse.Answer;
import dev.signalbox.asl.clock.EngineClock;
import dev.signalbox.asl.expression.Bindings;
import dev.signalbox.asl.expression.EvaluationException;
import dev.signalbox.asl.expression.InvalidExpressionException;
import dev.signalbox.asl.expression.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers the tasks of one execution from one test case. Calls are counted for each state over the whole
/// execution: retries, loops and the iterations of a Map alike, as Step Functions Local counts them. For one
/// execution on a virtual clock; not thread-safe.
final class Mocks implements TaskInvoker, TaskTokens {
    private final String testCase;
    private final Map<String, MockedResponse> responseByState;
    private final Map<String, Integer> callsByState = new HashMap<>();
    private final Map<String, TaskAnswer> answerByToken = new HashMap<>();
    private @Nullable EngineClock clock;
    private @Nullable String problem;

    Mocks(String testCase, Map<String, MockedResponse> responseByState) {
        this.testCase = testCase;
        this.responseByState = Map.copyOf(responseByState);
    }

    static Mocks none() {
        return new Mocks("", Map.of());
    }

    void on(EngineClock virtual) {
        this.clock = virtual;
    }

    /// What made the run worthless, in words; empty when nothing did.
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public JsonNode invoke(TaskCall call) throws TaskFailedException {
        int index = callsByState.merge(call.stateName(), 1, Integer::sum) - 1;
        Answer answer = answer(call.stateName(), index);
        String token = call.taskToken();
        if (token != null) {
            return later(token, call, answer);
        }
        if (answer.result() == null) {
            throw failure(answer);
        }
        return result(answer.result(), call);
    }

    @Override
    public Duration virtualDuration(TaskCall call) {
        if (call.taskToken() != null) {
            return Duration.ZERO;
        }
        int index = callsByState.getOrDefault(call.stateName(), 0);
        return Optional.ofNullable(responseByState.get(call.stateName()))
                .flatMap(response -> response.answerTo(index))
                .map(Answer::takes)
                .orElse(Duration.ZERO);
    }

    @Override
    public Optional<TaskAnswer> answer(String token) {
        return Optional.ofNullable(answerByToken.get(token));
    }

    /// A task that waits for its token is answered by the mock as if someone had called back after the
    /// mock's time.
    private JsonNode later(String token, TaskCall call, Answer answer) throws TaskFailedException {
        Instant now = clock == null ? Instant.EPOCH : clock.now();
        Instant at = now.plus(answer.takes());
        answerByToken.put(
                token,
                answer.result() == null
                        ? new TaskAnswer.Failure(answer.error(), answer.cause(), at)
                        : new TaskAnswer.Success(result(answer.result(), call), at));
        return JsonNodeFactory.instance.objectNode();
    }

    private Answer answer(String state, int index) throws TaskFailedException {
        MockedResponse response = responseByState.get(state);
        if (response == null) {
            throw broken("The task '" + state + "' has no mock"
                    + (testCase.isEmpty() ? "" : " in the test case '" + testCase + "'") + ". Add \"" + state
                    + "\": \"SomeResponse\" to the test case, and the response to MockedResponses.");
        }
        Optional<Answer> answer = response.answerTo(index);
        if (answer.isEmpty()) {
            throw broken("The task '" + state + "' was called " + (index + 1) + " times, but '" + response.name()
                    + "' answers only the calls " + response.ranges() + " (counted from 0). Add one for " + index
                    + ".");
        }
        return answer.get();
    }

    private static TaskFailedException failure(Answer answer) {
        return new TaskFailedException(Optional.ofNullable(answer.error()).orElse(""), answer.cause());
    }

    /// A `Return` that is a whole expression is evaluated, with the task's arguments as `$states.input`.
    private JsonNode result(JsonNode returned, TaskCall call) throws TaskFailedException {
        if (!Template.isExpression(returned)) {
            return returned;
        }
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        states.set("input", call.arguments());
        try {
            return Template.compile(returned, "Return").evaluate(new Bindings(states, Map.of()));
        } catch (InvalidExpressionException | EvaluationException e) {
            throw broken("The mock of the task '" + call.stateName() + "' fails: " + e.getMessage());
        }
    }

    private TaskFailedException broken(String message) {
        if (problem == null) {
            problem = message;
        }
        return new TaskFailedException("States.Runtime", message);
    }
}
