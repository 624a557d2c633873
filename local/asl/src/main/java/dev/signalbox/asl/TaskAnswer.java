package dev.signalbox.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a waiting task was completed from outside.
public sealed interface TaskAnswer {

    /// When it was given; an answer later than the state's deadline comes too late, and the state times out.
    Instant answeredAt();

    /// The task succeeded.
    ///
    /// @param output the result of the task
    /// @param answeredAt when it was given
    record Success(JsonNode output, Instant answeredAt) implements TaskAnswer {}

    /// The task failed.
    ///
    /// @param error the error name for `Retry` and `Catch`; absent when none was given
    /// @param cause what happened; absent when nothing was said
    /// @param answeredAt when it was given
    record Failure(@Nullable String error, @Nullable String cause, Instant answeredAt) implements TaskAnswer {}
}
