/// What can be wrong with a table by itself: duplicates, columns that say nothing or only say which row it
/// is, absurd values, types that were meant otherwise. Each check is a pure function from an [Inspection] to
/// findings; thresholds stand beside their reasons, and sampling noise of clean data must stay below all of
/// them.
@NullMarked
package dev.signalbox.data.validate.checks;

import org.jspecify.annotations.NullMarked;
