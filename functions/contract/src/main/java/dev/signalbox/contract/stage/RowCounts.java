package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;

/// Where the rows went: `in` is always `out` plus `rejected`.
///
/// @param in rows found in the source
/// @param out rows of the dataset
/// @param rejected rows set aside
public record RowCounts(long in, long out, long rejected) {
    public RowCounts {
        Require.that(in == out + rejected, "in is " + in + "; expected out + rejected, " + (out + rejected));
    }
}
