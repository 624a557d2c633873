/// How good candidates are on rows that they did not learn from: evaluation.json, and what the gate saw.
@NullMarked
package dev.signalbox.contract.evaluation;

import org.jspecify.annotations.NullMarked;
