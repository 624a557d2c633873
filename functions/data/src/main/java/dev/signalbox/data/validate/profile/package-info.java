/// A table in numbers, in one pass over its rows and a second one over its numbers where it is large.
/// Bounded memory: value counts stop at 10,000 distinct values a column, row samples at four million cells.
/// Equal tables give equal numbers to the last bit, because rows are read in their order by one thread.
@NullMarked
package dev.signalbox.data.validate.profile;

import org.jspecify.annotations.NullMarked;
