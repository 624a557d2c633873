/// Validate: is this dataset fit to learn from? Reads the typed table once, writes it down in numbers
/// (profile.json), holds it against the pipeline's data contract and the champion's training data, and says
/// what was found, how much it matters and what would cure it (findings.json).
@NullMarked
package dev.signalbox.data.validate;

import org.jspecify.annotations.NullMarked;
