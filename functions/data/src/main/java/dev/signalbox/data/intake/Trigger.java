package dev.signalbox.data.intake;

import dev.signalbox.contract.stage.RunRequest;
import java.util.List;

/// What an event asks for.
sealed interface Trigger {
    /// An object has arrived.
    ///
    /// @param pipeline that the key names
    /// @param uris of the object, the likelier first: keys come plain or URL-encoded
    record Arrived(String pipeline, List<String> uris) implements Trigger {}

    /// It is time to look at the pipeline's own source.
    ///
    /// @param pipeline its name
    record Scheduled(String pipeline) implements Trigger {}

    /// Somebody wants a run, through the event bus: it may be delivered twice.
    ///
    /// @param eventId the same at each delivery
    /// @param request what is wanted
    record Requested(String eventId, RunRequest request) implements Trigger {}

    /// Somebody wants a run now.
    ///
    /// @param request what is wanted
    record Direct(RunRequest request) implements Trigger {}

    /// Nothing to do.
    ///
    /// @param reason for people
    record Ignored(String reason) implements Trigger {}
}
