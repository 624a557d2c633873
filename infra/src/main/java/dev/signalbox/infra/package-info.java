/// The CDK app: everything that Signalbox has on AWS, each construct one idea, the stack their table of
/// contents.
@NullMarked
package dev.signalbox.infra;

import org.jspecify.annotations.NullMarked;
