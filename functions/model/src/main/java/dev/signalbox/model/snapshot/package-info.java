/// What the model team's functions do before a snapshot of their process.
@NullMarked
package dev.signalbox.model.snapshot;

import org.jspecify.annotations.NullMarked;
