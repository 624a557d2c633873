/// The closed set of what an agent may propose. Parameters are bounded by type; no free text is ever
/// executed.
@NullMarked
package dev.signalbox.contract.action;

import org.jspecify.annotations.NullMarked;
