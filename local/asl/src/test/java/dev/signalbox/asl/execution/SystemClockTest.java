package dev.signalbox.asl.execution;

import static dev.signalbox.asl.Trial.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.asl.Engine;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.TaskAnswer;
import dev.signalbox.asl.TokenGenerator;
import dev.signalbox.asl.Trial;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What only real time and real threads show.
@Timeout(30)
class SystemClockTest {

    private static final String MAP = """
            {'StartAt': 'M', 'QueryLanguage': 'JSONata', 'States': {
              'M': {'Type': 'Map', 'End': true, 'ItemProcessor': {'StartAt': 'S', 'States': {'S': {'Type': 'Task', 'Resource': 'work', 'End': true}}}}}}
            """;

    private static void pause(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void asManyTasksAsThereAreWorkersAreWorkedOnAtOnce() {
        CountDownLatch three = new CountDownLatch(3);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Engine engine = Engine.builder()
                .workers(3)
                .functions(call -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    three.countDown();
                    pause(three);
                    now.decrementAndGet();
                    return call.payload();
                })
                .build();
        ExecutionResult result = engine.start(Trial.of(MAP).machine(), "run", json("[1, 2, 3, 4, 5, 6, 7]"));
        assertThat(result.output()).isEqualTo(json("[1, 2, 3, 4, 5, 6, 7]"));
        assertThat(most).hasValue(3);
    }

    @Test
    void aTaskThatTimesOutIsInterrupted() {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch seen = new CountDownLatch(1);
        Engine engine = Engine.builder()
                .functions(call -> {
                    try {
                        pause(new CountDownLatch(1));
                    } catch (IllegalStateException e) {
                        interrupted.set(true);
                        seen.countDown();
                    }
                    return call.payload();
                })
                .build();
        Trial trial = Trial.ofState("{'Type': 'Task', 'Resource': 'work', 'TimeoutSeconds': 1, 'End': true}");
        ExecutionResult result = engine.start(trial.machine(), "run", json("{}"));
        assertThat(result.error()).isEqualTo("States.Timeout");
        pause(seen);
        assertThat(interrupted).isTrue();
    }

    @Test
    void heartbeatsKeepATaskAlive() {
        Engine engine = Engine.builder()
                .functions(call -> {
                    for (int i = 0; i < 8; i++) {
                        call.heartbeat().beat();
                        LockSupport.parkNanos(200_000_000);
                    }
                    return call.payload();
                })
                .build();
        Trial trial = Trial.ofState(
                "{'Type': 'Task', 'Resource': 'work', 'HeartbeatSeconds': 1, 'TimeoutSeconds': 9, 'End': true}");
        assertThat(engine.start(trial.machine(), "run", json("{}")).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void withoutCheckpointsTheAnswerIsWaitedForInTheForeground() {
        AtomicReference<TaskAnswer> answer = new AtomicReference<>();
        AtomicInteger asked = new AtomicInteger();
        Engine engine = Engine.builder()
                .functions(call -> call.payload())
                .tokens(token -> {
                    if (asked.incrementAndGet() == 3) {
                        answer.set(new TaskAnswer.Success(json("'yes'"), Instant.now()));
                    }
                    return Optional.ofNullable(answer.get());
                })
                .build();
        Trial trial = Trial.ofState(
                "{'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke.waitForTaskToken', 'Arguments': {'FunctionName': 'f'}, 'End': true}");
        assertThat(engine.start(trial.machine(), "run", json("{}")).output()).isEqualTo(json("'yes'"));
    }

    @Test
    void anExecutionIsAbortedFromAnotherThread() {
        AtomicReference<Engine> engine = new AtomicReference<>();
        engine.set(Engine.builder()
                .functions(call -> {
                    assertThat(engine.get().abort("run", "Stopped", "by hand")).isTrue();
                    pause(new CountDownLatch(1));
                    return call.payload();
                })
                .build());
        Trial trial = Trial.ofState("{'Type': 'Task', 'Resource': 'work', 'End': true}");
        ExecutionResult result = engine.get().start(trial.machine(), "run", json("{}"));
        assertThat(result.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(result.error()).isEqualTo("Stopped");
        assertThat(Trial.lines(result)).last().isEqualTo("5 0 ExecutionAborted");
        assertThat(engine.get().abort("run", null, null)).isFalse();
    }

    @Test
    void theSecureTokenIsLongAndUrlSafe() {
        var tokens = TokenGenerator.secure();
        assertThat(tokens.next("run", "S", 1)).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(tokens.next("run", "S", 1));
    }
}
