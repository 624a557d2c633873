/// What was noticed about data, with evidence. Findings are facts, not failures.
@NullMarked
package dev.signalbox.contract.finding;

import org.jspecify.annotations.NullMarked;
