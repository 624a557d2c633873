package dev.signalbox.asl;

import java.time.Instant;
import java.util.Optional;

/// A state of a suspended execution that waits for an answer.
///
/// @param stateName the name of the Task state
/// @param taskToken the token to answer
/// @param deadline when it times out, from its timeout or its heartbeat; empty means it waits for ever
public record WaitingTask(String stateName, String taskToken, Optional<Instant> deadline) {}
