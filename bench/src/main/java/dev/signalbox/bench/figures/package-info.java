/// What every benchmark needs: whole processes measured, medians with their spread.
@NullMarked
package dev.signalbox.bench.figures;

import org.jspecify.annotations.NullMarked;
