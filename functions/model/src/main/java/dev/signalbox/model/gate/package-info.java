/// The gate: the holdout, opened once for one challenger and the champion, and the conditions of promotion.
@NullMarked
package dev.signalbox.model.gate;

import org.jspecify.annotations.NullMarked;
