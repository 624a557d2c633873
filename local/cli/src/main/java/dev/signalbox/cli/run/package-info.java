/// A run on this machine: the embedded engine over the workspace's stores, its progress, and the one
/// document that describes it.
@NullMarked
package dev.signalbox.cli.run;

import org.jspecify.annotations.NullMarked;
