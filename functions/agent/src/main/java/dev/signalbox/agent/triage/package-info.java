/// The junction after a failure.
@NullMarked
package dev.signalbox.agent.triage;

import org.jspecify.annotations.NullMarked;
