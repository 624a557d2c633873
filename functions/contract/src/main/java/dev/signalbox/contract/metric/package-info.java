/// Measures of a model, each with its interval.
@NullMarked
package dev.signalbox.contract.metric;

import org.jspecify.annotations.NullMarked;
