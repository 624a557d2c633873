/// What a team writes into `pipeline.yaml`, resolved: each member has a default, so that an empty file is a
/// pipeline.
@NullMarked
package dev.signalbox.contract.config;

import org.jspecify.annotations.NullMarked;
