/// Tree search over experiments: which candidate to vary next, how, and when to stop.
@NullMarked
package dev.signalbox.agent.planner.search;

import org.jspecify.annotations.NullMarked;
