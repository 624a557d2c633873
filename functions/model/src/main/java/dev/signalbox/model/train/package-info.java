/// The stage that makes one candidate: learn, calibrate where that helps, and write the model with its
/// provenance.
@NullMarked
package dev.signalbox.model.train;

import org.jspecify.annotations.NullMarked;
