/// What the platform team's functions do before a snapshot of their process.
@NullMarked
package dev.signalbox.registry.snapshot;

import org.jspecify.annotations.NullMarked;
