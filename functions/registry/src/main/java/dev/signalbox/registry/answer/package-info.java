/// People answer what a run waits on: the API behind the message that `AwaitApproval` sends.
@NullMarked
package dev.signalbox.registry.answer;

import org.jspecify.annotations.NullMarked;
