/// The history of an execution in the event types, order and details of AWS's GetExecutionHistory.
@NullMarked
package dev.signalbox.asl.history;

import org.jspecify.annotations.NullMarked;
