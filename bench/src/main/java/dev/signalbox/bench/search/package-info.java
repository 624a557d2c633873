/// The search planner against random search, at equal numbers of fits.
@NullMarked
package dev.signalbox.bench.search;

import org.jspecify.annotations.NullMarked;
