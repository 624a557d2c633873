/// An event or a request becomes a run, or is told why not: which pipeline, which version of the data, seen
/// before?
@NullMarked
package dev.signalbox.data.intake;

import org.jspecify.annotations.NullMarked;
