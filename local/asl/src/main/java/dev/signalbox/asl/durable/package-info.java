/// Checkpoints: what must be kept of an execution so that another process can go on with it, and where it is
/// kept (SQLite in WAL mode).
@NullMarked
package dev.signalbox.asl.durable;

import org.jspecify.annotations.NullMarked;
