package dev.signalbox.asl.durable;

import dev.signalbox.asl.history.HistoryEvent;
import java.util.List;

/// What changed in an execution since its last checkpoint.
///
/// @param outcome where it stands now
/// @param changed strands to write
/// @param ended ids of strands to forget
/// @param parts results and items to write
/// @param finished ids of strands whose parts are to be forgotten, before the new parts are written
/// @param events to append
public record Checkpoint(
        StoredExecution.Outcome outcome,
        List<StoredExecution.Strand> changed,
        List<Long> ended,
        List<StoredExecution.Part> parts,
        List<Long> finished,
        List<HistoryEvent> events) {}
