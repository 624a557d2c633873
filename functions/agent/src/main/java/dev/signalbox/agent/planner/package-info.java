/// What proposes the next step. A planner sees the view alone and may propose anything of the closed set;
/// whether it happens is not its business.
@NullMarked
package dev.signalbox.agent.planner;

import org.jspecify.annotations.NullMarked;
