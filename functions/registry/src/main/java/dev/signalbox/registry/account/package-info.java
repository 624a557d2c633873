/// What was decided in a run, as a colleague would note it down: derived from the record, for the report, the
/// command line and traces alike.
@NullMarked
package dev.signalbox.registry.account;

import org.jspecify.annotations.NullMarked;
