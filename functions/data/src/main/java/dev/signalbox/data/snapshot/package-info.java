/// What the data team's functions do before a snapshot of their process.
@NullMarked
package dev.signalbox.data.snapshot;

import org.jspecify.annotations.NullMarked;
