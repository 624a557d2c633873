/// Waiting tasks of Step Functions.
@NullMarked
package dev.signalbox.aws.sfn;

import org.jspecify.annotations.NullMarked;
