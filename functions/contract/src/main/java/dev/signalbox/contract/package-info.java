/// The words that the teams' modules share: requests, results, actions, decisions, findings and failures.
/// Records only, without I/O and without AWS. The rules by which a record may change stand in
/// [ContractJson].
@NullMarked
package dev.signalbox.contract;

import org.jspecify.annotations.NullMarked;
