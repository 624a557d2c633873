/// How the columns of a dataset came out of raw rows: what Ingest took their text for and what repairs did
/// to them. Recorded where it happens, saved with the model's features, and repeated on the rows that are
/// scored.
@NullMarked
package dev.signalbox.contract.reading;

import org.jspecify.annotations.NullMarked;
