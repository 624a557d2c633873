package dev.signalbox.asl.execution;

import dev.signalbox.asl.definition.State;
import dev.signalbox.asl.history.EventType;
import org.jspecify.annotations.Nullable;

/// The events that go with a type of state.
///
/// @param entered when it begins
/// @param exited when it ends with an output; absent for a Fail, which never does
/// @param aborted when it is stopped in the middle; absent where it takes no time
/// @param failed when a part of it failed for good; absent where it has no parts
record StateEvents(
        EventType entered,
        @Nullable EventType exited,
        @Nullable EventType aborted,
        @Nullable EventType failed) {

    private static final StateEvents PASS =
            new StateEvents(EventType.PASS_STATE_ENTERED, EventType.PASS_STATE_EXITED, null, null);
    private static final StateEvents TASK = new StateEvents(
            EventType.TASK_STATE_ENTERED, EventType.TASK_STATE_EXITED, EventType.TASK_STATE_ABORTED, null);
    private static final StateEvents CHOICE =
            new StateEvents(EventType.CHOICE_STATE_ENTERED, EventType.CHOICE_STATE_EXITED, null, null);
    private static final StateEvents WAIT = new StateEvents(
            EventType.WAIT_STATE_ENTERED, EventType.WAIT_STATE_EXITED, EventType.WAIT_STATE_ABORTED, null);
    private static final StateEvents SUCCEED =
            new StateEvents(EventType.SUCCEED_STATE_ENTERED, EventType.SUCCEED_STATE_EXITED, null, null);
    private static final StateEvents FAIL = new StateEvents(EventType.FAIL_STATE_ENTERED, null, null, null);
    private static final StateEvents PARALLEL = new StateEvents(
            EventType.PARALLEL_STATE_ENTERED,
            EventType.PARALLEL_STATE_EXITED,
            EventType.PARALLEL_STATE_ABORTED,
            EventType.PARALLEL_STATE_FAILED);
    private static final StateEvents MAP = new StateEvents(
            EventType.MAP_STATE_ENTERED,
            EventType.MAP_STATE_EXITED,
            EventType.MAP_STATE_ABORTED,
            EventType.MAP_STATE_FAILED);

    static StateEvents of(State state) {
        return switch (state) {
            case State.Pass s -> PASS;
            case State.Task s -> TASK;
            case State.Choice s -> CHOICE;
            case State.Wait s -> WAIT;
            case State.Succeed s -> SUCCEED;
            case State.Fail s -> FAIL;
            case State.Parallel s -> PARALLEL;
            case State.Map s -> MAP;
        };
    }

    /// When a state ends with an output.
    static EventType exitOf(State state) {
        EventType exited = of(state).exited;
        if (exited == null) {
            throw new IllegalStateException("a Fail state is never exited: " + state.name());
        }
        return exited;
    }
}
