package dev.signalbox.data.ingest;

import dev.signalbox.data.ingest.source.UnpackLimits;

/// Bounds that tests make small.
///
/// @param directBytes size from which a plain delimited file is copied by DuckDB's own reader; below it ours
///     alone is quicker
/// @param limits how far archives may unfold
record IngestTuning(long directBytes, UnpackLimits limits) {
    /// 8 MiB, and [UnpackLimits#DEFAULT].
    static final IngestTuning DEFAULT = new IngestTuning(8L << 20, UnpackLimits.DEFAULT);
}
