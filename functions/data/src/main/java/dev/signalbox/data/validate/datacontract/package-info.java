/// The contract between a pipeline and whoever delivers its data (contract.json): which columns, of which
/// types, within which ranges, with which categories, missing or not, and which of them are keys. It is
/// inferred from the first usable dataset, kept in the ledger's register `contract`, and moves on by
/// versions only when the pipeline asks for it.
@NullMarked
package dev.signalbox.data.validate.datacontract;

import org.jspecify.annotations.NullMarked;
