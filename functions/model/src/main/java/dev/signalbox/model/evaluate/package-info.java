/// How good candidates are on validation rows: leaderboard, calibration, curves, importance and segments.
/// What looks at rows here serves the gate too.
@NullMarked
package dev.signalbox.model.evaluate;

import org.jspecify.annotations.NullMarked;
