/// How long a function takes from the start of its process to its first answer, from its real zip, with
/// Lambda's own runtime interface client.
@NullMarked
package dev.signalbox.bench.coldstart;

import org.jspecify.annotations.NullMarked;
