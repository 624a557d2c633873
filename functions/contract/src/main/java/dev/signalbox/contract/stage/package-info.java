/// What each stage is asked and what it answers: references and numbers, well under 32 KiB.
@NullMarked
package dev.signalbox.contract.stage;

import org.jspecify.annotations.NullMarked;
