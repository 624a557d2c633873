/// The measures of the field on predictions, each with a bootstrap interval, and the paired comparison of
/// two models on the same rows. Definitions are those of scikit-learn.
@NullMarked
package dev.signalbox.model.metric;

import org.jspecify.annotations.NullMarked;
