package dev.signalbox.asl;

import dev.signalbox.asl.clock.EngineClock;
import dev.signalbox.asl.durable.Checkpoints;
import dev.signalbox.asl.history.HistoryListener;
import org.jspecify.annotations.Nullable;

/// What an engine is made of; see [Engine.EngineBuilder] for each part.
///
/// @param tasks does the work of Task states
/// @param tokens where answers are found
/// @param tokenGenerator makes task tokens
/// @param clock the time
/// @param checkpoints makes executions survive
/// @param listener hears each event
/// @param workers how many tasks at once, 1 or more
/// @param seed makes chance repeat itself; absent means it does not
public record EngineSettings(
        TaskInvoker tasks,
        TaskTokens tokens,
        TokenGenerator tokenGenerator,
        EngineClock clock,
        Checkpoints checkpoints,
        HistoryListener listener,
        int workers,
        @Nullable Long seed) {}
