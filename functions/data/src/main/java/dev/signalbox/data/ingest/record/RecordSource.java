package dev.signalbox.data.ingest.record;

import java.util.List;

/// Records of a file that can be read more than once, in constant memory.
public interface RecordSource {
    /// Hands all records to the sink.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] where the file as a whole cannot be read.
    void read(RecordSink sink);

    /// Names of the columns as they stand in the file, empty for a column without one; complete after the
    /// first [#read].
    List<String> names();

    /// What was found, such as `csv; delimiter ,; utf-8; header`.
    ///
    /// @param encoding that the file had
    String format(String encoding);

    /// Whether a number with a comma is more likely a decimal than a group.
    boolean commaDecimals();
}
