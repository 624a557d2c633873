package dev.signalbox.contract.stage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.Require;
import org.jspecify.annotations.Nullable;

/// An event as it came, or a direct request.
///
/// @param executionName of the state machine's execution; the run id of a direct request
/// @param event an S3 `Object Created` event of EventBridge, a schedule's, `signalbox.run.requested`, or a
///     [RunRequest]
public record IntakeRequest(String executionName, JsonNode event) implements StageRequest {
    public IntakeRequest {
        Require.notBlank(executionName, "executionName");
        Require.present(event, "event");
    }

    @Override
    public @Nullable RunRef run() {
        return null;
    }
}
