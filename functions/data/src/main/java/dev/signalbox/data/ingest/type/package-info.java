/// What a value's spelling can mean, what a whole column's values therefore are, and how a value is read
/// then. Nothing here relies on a sample: a column's type is decided when every value was seen.
@NullMarked
package dev.signalbox.data.ingest.type;

import org.jspecify.annotations.NullMarked;
