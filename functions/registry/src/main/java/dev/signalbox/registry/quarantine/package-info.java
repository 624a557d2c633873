/// Data is set aside by a marker; the object itself stays where it is.
@NullMarked
package dev.signalbox.registry.quarantine;

import org.jspecify.annotations.NullMarked;
