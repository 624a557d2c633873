/// The one HTML file that ends a run: what was decided and why, how the models compare, what they rely on,
/// what was found in the data, and how to run it again. Everything is in the file; nothing is loaded from
/// elsewhere.
@NullMarked
package dev.signalbox.registry.report;

import org.jspecify.annotations.NullMarked;
