/// Finds columns that alone give the target away: copies, encoded copies, and what was only written down
/// once the outcome was known. Judged on the sample by single-feature rules whose accuracy is corrected for
/// how many values the feature has, so that ids and rare categories do not count as knowledge.
///
/// Related work: S. Kaufman, S. Rosset, C. Perlich, "Leakage in data mining", KDD 2011.
@NullMarked
package dev.signalbox.data.validate.leakage;

import org.jspecify.annotations.NullMarked;
