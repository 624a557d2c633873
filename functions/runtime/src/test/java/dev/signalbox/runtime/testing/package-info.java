/// Hand-written fakes of the ports for the tests of every module, and the contract tests that the fakes and
/// the real adapters pass alike.
@NullMarked
package dev.signalbox.runtime.testing;

import org.jspecify.annotations.NullMarked;
