/// The picture of a run that planners and guardrails see: typed numbers first, bounded to 32 KiB, text from
/// the data marked as untrusted, and no clock time finer than coarse steps of the budget, so that equal
/// inputs give equal views.
@NullMarked
package dev.signalbox.agent.view;

import org.jspecify.annotations.NullMarked;
