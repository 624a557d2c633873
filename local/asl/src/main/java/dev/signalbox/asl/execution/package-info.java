/// The interpreter. One thread runs an execution as a loop over what can be done now, what is to be done at
/// a time, and what comes back from tasks; where each branch stands is data
/// ([dev.signalbox.asl.execution.Strand]), so that it can be kept and taken up again.
@NullMarked
package dev.signalbox.asl.execution;

import org.jspecify.annotations.NullMarked;
