/// Numbers, names and actions in the words of people: one wording for the report, the messages and the command
/// line.
@NullMarked
package dev.signalbox.registry.words;

import org.jspecify.annotations.NullMarked;
