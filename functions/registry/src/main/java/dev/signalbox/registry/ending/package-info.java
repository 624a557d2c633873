/// How a run is closed in the ledger, once, whoever closes it.
@NullMarked
package dev.signalbox.registry.ending;

import org.jspecify.annotations.NullMarked;
