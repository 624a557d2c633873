/// Proposals that come from outside as bytes: a strict reader that answers with a proposal or with a denial,
/// and the JSON Schema that a language model is given, derived from the same records.
@NullMarked
package dev.signalbox.agent.wire;

import org.jspecify.annotations.NullMarked;
