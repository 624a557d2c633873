/// Learners and the models that they make, behind one interface each.
@NullMarked
package dev.signalbox.model.learn;

import org.jspecify.annotations.NullMarked;
