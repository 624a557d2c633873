/// Lambda on a laptop: the very handlers that AWS instantiates, called over bytes, their failures reported
/// as Lambda reports them.
@NullMarked
package dev.signalbox.cli.host;

import org.jspecify.annotations.NullMarked;
