/// The smallest example from the start of the process to its end, beside a plain script.
@NullMarked
package dev.signalbox.bench.start;

import org.jspecify.annotations.NullMarked;
