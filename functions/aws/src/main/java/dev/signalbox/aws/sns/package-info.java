/// Alerts by SNS.
@NullMarked
package dev.signalbox.aws.sns;

import org.jspecify.annotations.NullMarked;
