/// JSONata as Step Functions has it: payload templates, whose `{% … %}` strings are expressions over
/// `$states` and the machine's variables. Wraps `com.dashjoin:jsonata` with bounds on time, depth and size,
/// AWS's own functions, and AWS's wording of what goes wrong. Reads no clock and no randomness of its own:
/// both come with the [dev.signalbox.asl.expression.Bindings].
@NullMarked
package dev.signalbox.asl.expression;

import org.jspecify.annotations.NullMarked;
