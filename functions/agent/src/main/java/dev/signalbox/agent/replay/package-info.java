/// Recorded decisions, made again: whether the same view still leads to the same decision, and where it
/// first does not. Needs neither data nor network nor model.
@NullMarked
package dev.signalbox.agent.replay;

import org.jspecify.annotations.NullMarked;
