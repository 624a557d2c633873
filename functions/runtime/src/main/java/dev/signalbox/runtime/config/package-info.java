/// `pipeline.yaml` as people write it.
@NullMarked
package dev.signalbox.runtime.config;

import org.jspecify.annotations.NullMarked;
