/// References to immutable files. Data never travels through the state machine; these do.
@NullMarked
package dev.signalbox.contract.artifact;

import org.jspecify.annotations.NullMarked;
