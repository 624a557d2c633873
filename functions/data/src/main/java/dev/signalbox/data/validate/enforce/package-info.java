/// Holds a dataset against the pipeline's contract: columns that are gone, renamed or new, other types,
/// values out of range, categories never seen, values that are suddenly missing, keys that repeat. What a
/// further sample of the same kind may well show is at most a warning; an error stands for a delivery that
/// broke.
@NullMarked
package dev.signalbox.data.validate.enforce;

import org.jspecify.annotations.NullMarked;
