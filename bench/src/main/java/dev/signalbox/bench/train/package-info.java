/// How long `Train` takes beside the Python packages of the same learners, with the same parameters, rows
/// and threads.
@NullMarked
package dev.signalbox.bench.train;

import org.jspecify.annotations.NullMarked;
