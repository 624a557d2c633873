/// What a function does before a snapshot of its process is taken, so that each copy that Lambda SnapStart
/// starts from it is quick at its first event. Nothing random, dated or connected may be kept across it.
@NullMarked
package dev.signalbox.runtime.snapshot;

import org.jspecify.annotations.NullMarked;
