/// Checks a definition as a whole before anything runs: schema, transitions, reachability, expressions,
/// substitutions, and every trace of JSONPath with the JSONata way to write it. Works on the raw JSON,
/// reports all that it finds in document order, in the shape of AWS's ValidateStateMachineDefinition, and
/// changes nothing.
@NullMarked
package dev.signalbox.asl.validate;

import org.jspecify.annotations.NullMarked;
