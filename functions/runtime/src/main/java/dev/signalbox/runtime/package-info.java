/// The edge between a stage and the world: the handler base that every Lambda function extends, the ports
/// that stages reach stores and people through, and the environment that carries them. Knows no cloud and no
/// laptop; both bring adapters.
@NullMarked
package dev.signalbox.runtime;

import org.jspecify.annotations.NullMarked;
