/// Time as an execution sees it: the system's, or a virtual one that jumps to the next thing to happen.
@NullMarked
package dev.signalbox.asl.clock;

import org.jspecify.annotations.NullMarked;
