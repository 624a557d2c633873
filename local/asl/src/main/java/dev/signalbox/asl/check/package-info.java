/// Runs state machines on a virtual clock against mocked tasks, so that a user can test them offline: mocks
/// in the format of Step Functions Local, single runs, and suites in which a case that breaks is reported
/// while the others go on.
@NullMarked
package dev.signalbox.asl.check;

import org.jspecify.annotations.NullMarked;
