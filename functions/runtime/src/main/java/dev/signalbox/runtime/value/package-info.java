/// What the text of a value means: the one room in which `Ingest` and `Repair` read values and in which
/// `Predict` reads them again, so that a row is the same when it is learned from and when it is scored.
@NullMarked
package dev.signalbox.runtime.value;

import org.jspecify.annotations.NullMarked;
