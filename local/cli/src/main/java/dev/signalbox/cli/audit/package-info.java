/// Whether what a workspace says of a run is still what was written: the chain of its ledger, and its artifacts.
@NullMarked
package dev.signalbox.cli.audit;

import org.jspecify.annotations.NullMarked;
