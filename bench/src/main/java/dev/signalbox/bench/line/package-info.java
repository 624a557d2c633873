/// A large table through the whole line.
@NullMarked
package dev.signalbox.bench.line;

import org.jspecify.annotations.NullMarked;
