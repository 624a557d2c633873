/// What is recorded for good: events of runs, and the versions of a pipeline's model.
@NullMarked
package dev.signalbox.contract.ledger;

import org.jspecify.annotations.NullMarked;
