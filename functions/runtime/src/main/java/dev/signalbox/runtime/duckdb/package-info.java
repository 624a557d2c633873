/// What every team that opens DuckDB shares: the bounds of a session, and its exceptions in our own terms. No
/// driver is needed here; a module that reads or writes tables brings it.
@NullMarked
package dev.signalbox.runtime.duckdb;

import org.jspecify.annotations.NullMarked;
