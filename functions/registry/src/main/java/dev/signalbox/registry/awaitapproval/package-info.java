/// A person is asked; the run waits without running.
@NullMarked
package dev.signalbox.registry.awaitapproval;

import org.jspecify.annotations.NullMarked;
