/// Records as items of one DynamoDB table, and the ledger in it.
///
/// The table has a partition key `pk` and a sort key `sk`, both texts, and its time-to-live attribute is
/// `expiresAt`. A record stands as JSON in `document`, so that the contracts may grow without the table.
///
/// | `pk` | `sk` | what |
/// |---|---|---|
/// | `run#<run>` | `record` | the run's line |
/// | `run#<run>` | `entry#<sequence>` | an entry of its chain |
/// | `run#<run>` | `approval#<hash of the token>` | a question of the run, without its token |
/// | `approval#<id>` | `approval` | the question with its token, and the answer |
/// | `runs`, `runs#<pipeline>` | `<start>#<run>` | the run's line again, to list them |
/// | `claim#<pipeline>` | `<dataset version>` | the run that holds the claim |
/// | `model#<pipeline>` | `<version>` | a version of its model |
/// | `register#<pipeline>` | `<name>` | a register |
@NullMarked
package dev.signalbox.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
