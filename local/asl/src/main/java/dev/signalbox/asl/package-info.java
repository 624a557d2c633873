/// An interpreter of the Amazon States Language, JSONata dialect, for the JVM. A
/// [dev.signalbox.asl.StateMachine] is loaded once and checked; an [dev.signalbox.asl.Engine] runs it
/// against the caller's ports: [dev.signalbox.asl.TaskInvoker] does the work of Task states,
/// [dev.signalbox.asl.TaskTokens] answers those that wait for a callback, a clock gives the time and
/// checkpoints make an execution survive its process. Nothing here knows what the tasks are about.
@NullMarked
package dev.signalbox.asl;

import org.jspecify.annotations.NullMarked;
