package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What a strand is doing in its state.
sealed interface Phase {

    /// About to enter the state.
    record Ready() implements Phase {
        static final Ready NOW = new Ready();
    }

    /// In a Wait state.
    ///
    /// @param until when it ends
    record Waiting(Instant until) implements Phase {}

    /// Between two attempts.
    ///
    /// @param until when the next one begins
    record Retrying(Instant until) implements Phase {}

    /// A task is being called.
    ///
    /// @param call what is called
    /// @param started whether the event that says so is written
    record Calling(Call call, boolean started) implements Phase {}

    /// A task was called and its answer comes by its token.
    ///
    /// @param call what was called
    /// @param startedAt when the call began: what the timeout counts from
    record AwaitingToken(Call call, Instant startedAt) implements Phase {}

    /// Its branches or iterations run.
    record FanningOut() implements Phase {
        static final FanningOut NOW = new FanningOut();
    }

    /// An attempt of a task.
    ///
    /// @param arguments what it was given
    /// @param timeoutSeconds how long it may take
    /// @param heartbeatSeconds how long it may be silent
    /// @param token its task token, when it has one
    record Call(
            JsonNode arguments,
            OptionalLong timeoutSeconds,
            OptionalLong heartbeatSeconds,
            @Nullable String token) {}
}
