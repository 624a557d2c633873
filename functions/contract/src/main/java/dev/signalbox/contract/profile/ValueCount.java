package dev.signalbox.contract.profile;

import dev.signalbox.contract.Require;

/// A frequent value of a column.
///
/// @param value as text, at most 200 characters; it came from the data
/// @param count rows that have it
public record ValueCount(String value, long count) {
    public ValueCount {
        Require.present(value, "value");
    }
}
