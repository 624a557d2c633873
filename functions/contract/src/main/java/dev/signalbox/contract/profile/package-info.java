/// A dataset in numbers: profile.json, written by Validate, read by Prepare, the agent, the report, and the
/// next run that looks for drift.
@NullMarked
package dev.signalbox.contract.profile;

import org.jspecify.annotations.NullMarked;
