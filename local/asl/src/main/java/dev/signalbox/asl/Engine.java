package dev.signalbox.asl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.clock.EngineClock;
import dev.signalbox.asl.durable.Checkpoints;
import dev.signalbox.asl.execution.ExecutionRunner;
import dev.signalbox.asl.history.HistoryListener;
import org.jspecify.annotations.Nullable;

/// Runs executions of state machines. Safe for use by several threads, each with an execution of its own; on
/// a virtual clock one execution at a time.
///
/// ```
/// Engine engine =
/// Engine.builder().tasks(TaskInvoker.functions(functions)).checkpoints(Checkpoints.sqlite(file)).build();
/// ExecutionResult result = engine.start(machine, "run-1", input);
/// ```
public final class Engine {

    private final ExecutionRunner runner;

    Engine(EngineBuilder builder) {
        this.runner = new ExecutionRunner(builder.settings());
    }

    /// Starts to describe an engine; everything has a default but the tasks.
    public static EngineBuilder builder() {
        return new EngineBuilder();
    }

    /// Runs a new execution on the calling thread until it has ended or is suspended.
    ///
    /// @param machine what to run
    /// @param executionName identifies the execution among its checkpoints
    /// @param input any JSON value, at most 256 KiB; must not be changed afterwards
    /// @return how it ended; failures of the machine are results, not exceptions
    /// @throws ExecutionRefusedException when the name is taken
    public ExecutionResult start(StateMachine machine, String executionName, JsonNode input) {
        return runner.start(machine, executionName, input);
    }

    /// Goes on with an execution from its last checkpoint. A Task that was being called when the process
    /// died is called once more, with the same task token; a completed state, iteration or branch is not
    /// repeated. One that has ended already is answered with its result.
    ///
    /// @param machine the definition that it was started with
    /// @param executionName the name it was started with
    /// @return how it ended, with the whole history since the start
    /// @throws ExecutionRefusedException when it is unknown, running elsewhere, or was started with another
    ///     definition
    public ExecutionResult resume(StateMachine machine, String executionName) {
        return runner.resume(machine, executionName);
    }

    /// Ends a running execution of this engine from another thread, as `StopExecution` does; its [#start] or
    /// [#resume] returns `ABORTED`.
    ///
    /// @param error an error name; absent when there is none
    /// @param cause why; absent when nothing is to be said
    /// @return whether such an execution was running here
    public boolean abort(String executionName, @Nullable String error, @Nullable String cause) {
        return runner.abort(executionName, error, cause);
    }

    /// Collects what an engine is made of.
    public static final class EngineBuilder {

        private TaskInvoker tasks = call -> {
            throw new TaskFailedException(
                    "States.Runtime", "this engine was built without tasks: call Engine.builder().tasks(…)");
        };
        private TaskTokens tokens = TaskTokens.unanswered();
        private TokenGenerator tokenGenerator = TokenGenerator.secure();
        private EngineClock clock = EngineClock.system();
        private Checkpoints checkpoints = Checkpoints.none();
        private HistoryListener listener = HistoryListener.none();
        private int workers = Runtime.getRuntime().availableProcessors();
        private long seed;
        private boolean seeded;

        private EngineBuilder() {}

        /// What does the work of Task states.
        public EngineBuilder tasks(TaskInvoker invoker) {
            this.tasks = invoker;
            return this;
        }

        /// What does the work of Task states, as plain functions.
        public EngineBuilder functions(FunctionInvoker invoker) {
            return tasks(TaskInvoker.functions(invoker));
        }

        /// Where answers to task tokens are found. By default none ever comes.
        public EngineBuilder tokens(TaskTokens answers) {
            this.tokens = answers;
            return this;
        }

        /// What makes task tokens. By default [TokenGenerator#secure()].
        public EngineBuilder tokenGenerator(TokenGenerator generator) {
            this.tokenGenerator = generator;
            return this;
        }

        /// The time. By default the system's.
        public EngineBuilder clock(EngineClock time) {
            this.clock = time;
            return this;
        }

        /// What makes executions survive their process. By default nothing does. With it an execution whose
        /// live branches all wait for a task token is suspended; without it the engine waits for the answer
        /// in the foreground.
        public EngineBuilder checkpoints(Checkpoints store) {
            this.checkpoints = store;
            return this;
        }

        /// What hears each event. By default nothing does.
        public EngineBuilder listener(HistoryListener hears) {
            this.listener = hears;
            return this;
        }

        /// How many tasks may be worked on at once, over all executions, 1 or more. By default as many as
        /// there are processors.
        public EngineBuilder workers(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("workers must be 1 or more, but is " + count);
            }
            this.workers = count;
            return this;
        }

        /// Makes chance (`$random`, `$uuid`, jitter) repeat itself. By default it does not.
        public EngineBuilder seed(long value) {
            this.seed = value;
            this.seeded = true;
            return this;
        }

        /// The engine.
        public Engine build() {
            return new Engine(this);
        }

        private EngineSettings settings() {
            return new EngineSettings(
                    tasks, tokens, tokenGenerator, clock, checkpoints, listener, workers, seeded ? seed : null);
        }
    }
}
