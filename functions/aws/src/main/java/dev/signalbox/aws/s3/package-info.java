/// Artifacts and sources in S3 buckets.
@NullMarked
package dev.signalbox.aws.s3;

import org.jspecify.annotations.NullMarked;
