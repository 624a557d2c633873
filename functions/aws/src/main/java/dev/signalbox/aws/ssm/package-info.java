/// Pipelines in the Parameter Store of Systems Manager.
@NullMarked
package dev.signalbox.aws.ssm;

import org.jspecify.annotations.NullMarked;
