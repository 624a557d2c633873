/// Any supported format becomes a typed Parquet table; records that cannot be read are set aside with their
/// place, the reason and the text. Rows in are always rows out plus rejects.
///
/// Text is read twice by our own reader: once to see every value and decide each column's type, once to
/// load. A large file that any reader understands alike is copied by DuckDB while ours looks at every value;
/// when ours agrees with what was assumed, the copy stands.
@NullMarked
package dev.signalbox.data.ingest;

import org.jspecify.annotations.NullMarked;
