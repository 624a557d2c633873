/// The program that a person starts.
@NullMarked
package dev.signalbox.cli;

import org.jspecify.annotations.NullMarked;
