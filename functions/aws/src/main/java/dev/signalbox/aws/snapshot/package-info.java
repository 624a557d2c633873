/// What the adapters of AWS do before a snapshot of a function's process.
@NullMarked
package dev.signalbox.aws.snapshot;

import org.jspecify.annotations.NullMarked;
