/// The junction: view, proposal, rulings, decision, record.
@NullMarked
package dev.signalbox.agent.decide;

import org.jspecify.annotations.NullMarked;
