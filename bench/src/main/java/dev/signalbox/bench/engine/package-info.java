/// What the interpreter itself costs, against the limits that are set for it: 0.2 ms a state without
/// checkpoints, 2 ms with them.
@NullMarked
package dev.signalbox.bench.engine;

import org.jspecify.annotations.NullMarked;
