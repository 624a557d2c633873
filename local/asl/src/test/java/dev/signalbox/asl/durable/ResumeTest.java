package dev.signalbox.asl.durable;

import static dev.signalbox.asl.Trial.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.signalbox.asl.DefinitionChangedException;
import dev.signalbox.asl.Engine;
import dev.signalbox.asl.ExecutionBusyException;
import dev.signalbox.asl.ExecutionExistsException;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.TaskAnswer;
import dev.signalbox.asl.Trial;
import dev.signalbox.asl.UnknownExecutionException;
import dev.signalbox.asl.clock.EngineClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Executions that are kept, suspended and taken up again.
class ResumeTest {

    private static final String APPROVAL = """
            {'StartAt': 'Before', 'QueryLanguage': 'JSONata', 'States': {
              'Before': {'Type': 'Pass', 'Assign': {'kept': '{% $states.input.n %}'}, 'Next': 'Ask'},
              'Ask': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke.waitForTaskToken', 'TimeoutSeconds': 3600,
                'Arguments': {'FunctionName': 'ask', 'Payload': {'token': '{% $states.context.Task.Token %}'}},
                'Catch': [{'ErrorEquals': ['States.Timeout'], 'Next': 'TooLate'}], 'Next': 'After'},
              'After': {'Type': 'Pass', 'Output': {'answer': '{% $states.input %}', 'kept': '{% $kept %}'}, 'End': true},
              'TooLate': {'Type': 'Pass', 'Output': 'too late', 'End': true}}}
            """;

    private static final String TWO_BRANCHES = """
            {'StartAt': 'X', 'QueryLanguage': 'JSONata', 'States': {
              'X': {'Type': 'Parallel', 'End': true, 'Branches': [
                {'StartAt': 'Ask', 'States': {
                  'Ask': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke.waitForTaskToken', 'Arguments': {'FunctionName': 'ask'}, 'End': true}}},
                {'StartAt': 'M', 'States': {
                  'M': {'Type': 'Map', 'Items': [1, 2, 3], 'Next': 'W', 'ItemProcessor': {'StartAt': 'Work', 'States': {
                    'Work': {'Type': 'Task', 'Resource': 'work', 'End': true}}}},
                  'W': {'Type': 'Wait', 'Seconds': 100, 'End': true}}}]}}}
            """;

    @TempDir
    Path folder;

    private Checkpoints checkpoints;
    private final AtomicReference<TaskAnswer> answer = new AtomicReference<>();

    @BeforeEach
    void open() {
        checkpoints = Checkpoints.sqlite(folder.resolve("runs.db"));
    }

    @AfterEach
    void close() {
        checkpoints.close();
    }

    private Engine engine(Trial trial) {
        return trial.engine()
                .checkpoints(checkpoints)
                .tokens(token -> Optional.ofNullable(answer.get()))
                .build();
    }

    @Test
    void anExecutionThatWaitsForAnAnswerIsSuspendedAndGoesOnWithIt() {
        Trial trial = Trial.of(APPROVAL);
        Engine engine = engine(trial);
        ExecutionResult suspended = engine.start(trial.machine(), "run", json("{'n': 4}"));
        assertThat(suspended.status()).isEqualTo(ExecutionStatus.SUSPENDED);
        assertThat(suspended.waiting().getFirst().stateName()).isEqualTo("Ask");
        assertThat(suspended.waiting().getFirst().deadline()).contains(Trial.START.plusSeconds(3600));
        assertThat(engine.resume(trial.machine(), "run").status()).isEqualTo(ExecutionStatus.SUSPENDED);

        answer.set(new TaskAnswer.Success(json("'yes'"), Trial.START));
        ExecutionResult result = engine.resume(trial.machine(), "run");
        assertThat(result.output()).isEqualTo(json("{'answer': 'yes', 'kept': 4}"));
        assertThat(trial.calls).as("the function is called once").hasSize(1);
        assertThat(Trial.types(result))
                .containsExactly(
                        "ExecutionStarted",
                        "PassStateEntered",
                        "PassStateExited",
                        "TaskStateEntered",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskSubmitted",
                        "TaskSucceeded",
                        "TaskStateExited",
                        "PassStateEntered",
                        "PassStateExited",
                        "ExecutionSucceeded");
        assertThat(Trial.lines(engine.resume(trial.machine(), "run")))
                .as("one that has ended answers with its result")
                .isEqualTo(Trial.lines(result));
    }

    @Test
    void theDeadlineOfTheWaitingStateIsHonouredAtResume() {
        Trial trial = Trial.of(APPROVAL);
        engine(trial).start(trial.machine(), "run", json("{'n': 4}"));
        assertThat(resumed(trial, 3601).output()).isEqualTo(json("'too late'"));
    }

    @Test
    void anAnswerInTimeCountsEvenWhenTheResumeIsLate() {
        Trial trial = Trial.of(APPROVAL);
        engine(trial).start(trial.machine(), "run", json("{'n': 4}"));
        answer.set(new TaskAnswer.Success(json("'yes'"), Trial.START.plusSeconds(3599)));
        assertThat(resumed(trial, 9999).output()).isEqualTo(json("{'answer': 'yes', 'kept': 4}"));
    }

    /// What comes of the run when it is taken up again so many seconds after its start.
    private ExecutionResult resumed(Trial trial, long seconds) {
        Engine engine = trial.engine()
                .clock(EngineClock.virtual(Trial.START.plusSeconds(seconds)))
                .tokens(token -> Optional.ofNullable(answer.get()))
                .checkpoints(checkpoints)
                .build();
        return engine.resume(trial.machine(), "run");
    }

    @Test
    void theOtherBranchesAreFinishedBeforeTheExecutionIsSuspended() {
        Trial trial = Trial.of(TWO_BRANCHES);
        Engine engine = engine(trial);
        ExecutionResult suspended = engine.start(trial.machine(), "run", json("{}"));
        assertThat(suspended.status()).isEqualTo(ExecutionStatus.SUSPENDED);
        assertThat(Trial.types(suspended)).contains("MapStateExited", "WaitStateExited");
        answer.set(new TaskAnswer.Success(json("0"), Instant.EPOCH));
        ExecutionResult result = engine.resume(trial.machine(), "run");
        assertThat(result.output()).isEqualTo(json("[0, [1, 2, 3]]"));
        assertThat(trial.calls).hasSize(4);
    }

    @Test
    void numbersComeBackAsTheyWere() {
        JsonNode input = JsonNodeFactory.instance
                .objectNode()
                .put("n", new BigDecimal("123456789012345678901234567890.12345"))
                .put("d", 1.0E10)
                .put("e", 0.1)
                .put("l", Long.MAX_VALUE);
        Trial trial = Trial.of(APPROVAL);
        engine(trial).start(trial.machine(), "run", input);
        assertThat(checkpoints.find("run").orElseThrow().header().input()).isEqualTo(input);
    }

    @Test
    void aNameIsTakenOnce() {
        Trial trial = Trial.of(APPROVAL);
        Engine engine = engine(trial);
        engine.start(trial.machine(), "run", json("{'n': 1}"));
        assertThatThrownBy(() -> engine.start(trial.machine(), "run", json("{'n': 2}")))
                .isInstanceOf(ExecutionExistsException.class)
                .hasMessage(
                        "An execution named 'run' exists already (SUSPENDED). Resume it, or start another one under a new name.");
    }

    @Test
    void anUnknownExecutionCannotBeResumed() {
        Trial trial = Trial.of(APPROVAL);
        assertThatThrownBy(() -> engine(trial).resume(trial.machine(), "none"))
                .isInstanceOf(UnknownExecutionException.class)
                .hasMessageContaining("There is no execution named 'none'");
    }

    @Test
    void anotherDefinitionIsRefused() {
        Trial trial = Trial.of(APPROVAL);
        engine(trial).start(trial.machine(), "run", json("{'n': 1}"));
        Trial other = Trial.of(APPROVAL.replace("too late", "much too late"));
        assertThatThrownBy(() -> engine(other).resume(other.machine(), "run"))
                .isInstanceOf(DefinitionChangedException.class)
                .hasMessageContaining("was started with another definition");
    }

    @Test
    void anExecutionThatRunsIsNotResumedBesideItself() {
        Trial trial = Trial.of(
                "{'StartAt': 'S', 'QueryLanguage': 'JSONata', 'States': {'S': {'Type': 'Task', 'Resource': 'work', 'End': true}}}");
        Engine engine = engine(trial);
        trial.function("work", payload -> {
            assertThatThrownBy(() -> engine.resume(trial.machine(), "run")).isInstanceOf(ExecutionBusyException.class);
            return payload;
        });
        assertThat(engine.start(trial.machine(), "run", json("{}")).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("text.db"), "this is no database at all, but a text of some length".repeat(50));
        Trial trial = Trial.of(APPROVAL);
        Engine engine = trial.engine().checkpoints(Checkpoints.sqlite(file)).build();
        assertThatThrownBy(() -> engine.start(trial.machine(), "run", json("{}")))
                .isInstanceOf(CheckpointFailedException.class)
                .hasMessageContaining("text.db");
    }

    @Test
    void nothingIsLeftOfBranchesAndIterationsWhenAnExecutionHasEnded() {
        Trial trial = Trial.of(TWO_BRANCHES);
        answer.set(new TaskAnswer.Success(json("0"), Instant.EPOCH));
        ExecutionResult result = engine(trial).start(trial.machine(), "run", json("{}"));
        StoredExecution stored = checkpoints.find("run").orElseThrow();
        assertThat(stored.strands()).isEmpty();
        assertThat(stored.parts()).isEmpty();
        assertThat(stored.outcome().output()).isEqualTo(result.output());
        assertThat(stored.events()).hasSameSizeAs(result.history());
        assertThat(List.copyOf(stored.events())).isEqualTo(result.history());
    }
}
