/// Fakes of AWS in this process, and a wire between a client and a service that goes wrong when a test says
/// so.
package dev.signalbox.aws.testing;
