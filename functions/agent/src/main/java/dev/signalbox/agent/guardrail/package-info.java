/// Pure rules over a proposal and the view. Each answers allow, ask or deny with a reason; all answers are
/// recorded and the strictest wins. No rule knows who proposed.
@NullMarked
package dev.signalbox.agent.guardrail;

import org.jspecify.annotations.NullMarked;
