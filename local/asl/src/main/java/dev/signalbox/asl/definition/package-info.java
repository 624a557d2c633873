/// A definition as typed, immutable records with its expressions compiled: what is left of the JSON once the
/// machine is loaded.
@NullMarked
package dev.signalbox.asl.definition;

import org.jspecify.annotations.NullMarked;
