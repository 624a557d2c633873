package dev.signalbox.asl.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.Engine;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.InvalidDefinitionException;
import dev.signalbox.asl.StateMachine;
import dev.signalbox.asl.clock.EngineClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One run of a definition on the virtual clock: time stands still but for waits, retries and timeouts,
/// which jump; tasks are answered by mocks; chance and task tokens repeat themselves. The same files give
/// the same result, always.
public final class SingleRun {
    /// When every run starts.
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final int MAX_INPUT_BYTES = 256 * 1024;
    private static final long SEED = 1;

    private SingleRun() {}

    /// Runs a definition once; see [#run(String, JsonNode, Map, JsonNode, MockConfig, TestCase)].
    public static CheckResult run(
            String name, JsonNode definition, JsonNode input, @Nullable MockConfig mocks, @Nullable TestCase testCase)
            throws CheckException {
        return run(name, definition, Map.of(), input, mocks, testCase);
    }

    /// Runs a definition once.
    ///
    /// @param name the name of the case, and of the execution
    /// @param definition the machine
    /// @param substitutions what `${Name}` in its strings becomes, by name; a string that is a whole
    ///     `${Name}` without a value stands for the function of that name
    /// @param input any JSON value of at most 256 KiB
    /// @param mocks the mock configuration; absent means that no task can be called
    /// @param testCase which of its test cases; absent means the one named as the run, else the first
    /// @return the outcome; a failed machine is an outcome
    /// @throws CheckException when the definition is invalid, the input too large, or a task has no mock
    public static CheckResult run(
            String name,
            JsonNode definition,
            Map<String, String> substitutions,
            JsonNode input,
            @Nullable MockConfig mocks,
            @Nullable TestCase testCase)
            throws CheckException {
        int bytes = input.toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_INPUT_BYTES) {
            throw new CheckException(
                    "The input has " + bytes + " bytes; an execution takes at most " + MAX_INPUT_BYTES);
        }
        TestCase chosen = testCase == null && mocks != null ? mocks.defaultCase(name) : testCase;
        Mocks answers = mocks == null || chosen == null ? Mocks.none() : mocks.mocks(chosen);
        String machineName = chosen == null ? name : chosen.machine();
        ExecutionResult result = execute(load(machineName, definition, substitutions), name, input, answers);
        Optional<String> problem = answers.problem();
        if (problem.isPresent()) {
            throw new CheckException(problem.get());
        }
        return CheckResult.of(name, result);
    }

    private static ExecutionResult execute(StateMachine machine, String name, JsonNode input, Mocks mocks) {
        EngineClock clock = EngineClock.virtual(START);
        mocks.on(clock);
        return Engine.builder()
                .clock(clock)
                .seed(SEED)
                .workers(1)
                .tasks(mocks)
                .tokens(mocks)
                .tokenGenerator((execution, state, ordinal) -> "token-" + ordinal)
                .build()
                .start(machine, name, input);
    }

    private static StateMachine load(String name, JsonNode definition, Map<String, String> substitutions)
            throws CheckException {
        Map<String, String> all = new HashMap<>(Placeholders.in(definition));
        all.putAll(substitutions);
        try {
            return StateMachine.load(name, definition, all);
        } catch (InvalidDefinitionException e) {
            throw new CheckException("The definition is invalid. " + e.getMessage());
        }
    }
}
