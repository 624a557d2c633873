/// What can be wrong with the column to predict: it is not there, says nothing, lacks values, does not suit
/// the task, or has classes that cannot be learned or judged.
@NullMarked
package dev.signalbox.data.validate.target;

import org.jspecify.annotations.NullMarked;
