/// Somebody is told that a run failed, and what to do next.
@NullMarked
package dev.signalbox.registry.alert;

import org.jspecify.annotations.NullMarked;
