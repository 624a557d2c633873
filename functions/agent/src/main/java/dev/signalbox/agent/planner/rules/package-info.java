/// The practice of a careful data scientist, one rule a class, each with its reason and source. The first
/// that fires proposes; those that rest may leave an alternative on record.
@NullMarked
package dev.signalbox.agent.planner.rules;

import org.jspecify.annotations.NullMarked;
