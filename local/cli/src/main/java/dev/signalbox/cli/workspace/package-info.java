/// The laptop's stores: artifacts in files, the ledger and open approvals in SQLite, all in `.signalbox/`
/// beside the data.
@NullMarked
package dev.signalbox.cli.workspace;

import org.jspecify.annotations.NullMarked;
