/// How this process talks to AWS: clients with time-outs, and failures in our words.
@NullMarked
package dev.signalbox.aws.client;

import org.jspecify.annotations.NullMarked;
