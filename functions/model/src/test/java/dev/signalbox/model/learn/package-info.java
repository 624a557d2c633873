/// Tests of the learners on small known data.
@NullMarked
package dev.signalbox.model.learn;

import org.jspecify.annotations.NullMarked;
