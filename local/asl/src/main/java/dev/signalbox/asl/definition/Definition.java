package dev.signalbox.asl.definition;

import java.util.OptionalLong;

/// A whole machine.
///
/// @param workflow its states
/// @param timeoutSeconds how long an execution may take, from its start; empty means no limit
public record Definition(Workflow workflow, OptionalLong timeoutSeconds) {}
