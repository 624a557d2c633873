/// Asks a language model for a proposal. Whatever it answers passes a strict reader and the guardrails;
/// where it fails, the rules propose. Nothing here is loaded where no pipeline asks for it.
@NullMarked
package dev.signalbox.agent.planner.llm;

import org.jspecify.annotations.NullMarked;
