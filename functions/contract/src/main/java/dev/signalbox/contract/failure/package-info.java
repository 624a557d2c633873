/// What can go wrong for good. Each leaf is a top-level class because Lambda reports a failure by its class
/// name and `ErrorEquals` matches that name exactly. Expected outcomes (below the gate, drift found,
/// contract broken) are values, not failures.
@NullMarked
package dev.signalbox.contract.failure;

import org.jspecify.annotations.NullMarked;
