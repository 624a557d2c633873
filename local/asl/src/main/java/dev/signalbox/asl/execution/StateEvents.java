package dev.signalbox.asl.execution;

import dev.signalbox.asl.definition.State;
import dev.signalbox.asl.history.EventType;
import org.jspecify.annotations.Nullable;

/// The events that go with each type of state.
final class StateEvents {

    private StateEvents() {}

    static EventType entered(State state) {
        return switch (state) {
            case State.Pass s -> EventType.PASS_STATE_ENTERED;
            case State.Task s -> EventType.TASK_STATE_ENTERED;
            case State.Choice s -> EventType.CHOICE_STATE_ENTERED;
            case State.Wait s -> EventType.WAIT_STATE_ENTERED;
            case State.Succeed s -> EventType.SUCCEED_STATE_ENTERED;
            case State.Fail s -> EventType.FAIL_STATE_ENTERED;
            case State.Parallel s -> EventType.PARALLEL_STATE_ENTERED;
            case State.Map s -> EventType.MAP_STATE_ENTERED;
        };
    }

    static EventType exited(State state) {
        return switch (state) {
            case State.Pass s -> EventType.PASS_STATE_EXITED;
            case State.Task s -> EventType.TASK_STATE_EXITED;
            case State.Choice s -> EventType.CHOICE_STATE_EXITED;
            case State.Wait s -> EventType.WAIT_STATE_EXITED;
            case State.Succeed s -> EventType.SUCCEED_STATE_EXITED;
            case State.Parallel s -> EventType.PARALLEL_STATE_EXITED;
            case State.Map s -> EventType.MAP_STATE_EXITED;
            case State.Fail s -> throw new IllegalStateException("a Fail state is never exited: " + s.name());
        };
    }

    /// The event of a state that is stopped in the middle; absent for states that take no time.
    static @Nullable EventType aborted(State state) {
        return switch (state) {
            case State.Task s -> EventType.TASK_STATE_ABORTED;
            case State.Wait s -> EventType.WAIT_STATE_ABORTED;
            case State.Parallel s -> EventType.PARALLEL_STATE_ABORTED;
            case State.Map s -> EventType.MAP_STATE_ABORTED;
            case State.Pass s -> null;
            case State.Choice s -> null;
            case State.Succeed s -> null;
            case State.Fail s -> null;
        };
    }

    /// The event of a Map or Parallel whose part failed for good; absent for a Task.
    static @Nullable EventType failed(State.Fallible state) {
        return switch (state) {
            case State.Task s -> null;
            case State.Parallel s -> EventType.PARALLEL_STATE_FAILED;
            case State.Map s -> EventType.MAP_STATE_FAILED;
        };
    }
}
