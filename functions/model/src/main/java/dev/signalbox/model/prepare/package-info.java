/// The stage `Prepare`: divides the rows first, fits transforms on the training part alone, writes three
/// matrices and `features.json`, and names good candidates to start with.
@NullMarked
package dev.signalbox.model.prepare;

import org.jspecify.annotations.NullMarked;
