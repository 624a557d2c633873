/// What the agent team's functions do before a snapshot of their process.
@NullMarked
package dev.signalbox.agent.snapshot;

import org.jspecify.annotations.NullMarked;
