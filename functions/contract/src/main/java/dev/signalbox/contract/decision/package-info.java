/// What the agent saw, proposed, and what was ruled and done.
@NullMarked
package dev.signalbox.contract.decision;

import org.jspecify.annotations.NullMarked;
