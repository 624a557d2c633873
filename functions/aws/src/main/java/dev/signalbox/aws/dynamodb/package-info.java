/// The ledger in one DynamoDB table.
@NullMarked
package dev.signalbox.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
