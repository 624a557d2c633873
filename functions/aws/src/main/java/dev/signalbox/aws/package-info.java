/// The ports on AWS: S3, DynamoDB, SNS, the Parameter Store and Step Functions. The one module of the
/// functions that knows the AWS SDK.
@NullMarked
package dev.signalbox.aws;

import org.jspecify.annotations.NullMarked;
