/// The deployed system on an emulator of AWS: the template and the zips that go to AWS, started as AWS starts them.
@NullMarked
package dev.signalbox.emulator;

import org.jspecify.annotations.NullMarked;
