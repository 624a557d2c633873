package dev.signalbox.data.ingest.record;

/// Takes records in the order of the file.
public interface RecordSink {
    /// A record with the expected number of fields.
    ///
    /// @param fields valid during the call only
    /// @param text the record as it stands in the file, for a sink that sets it aside; made when asked for
    /// @return whether to go on
    boolean record(Fields fields, RawText text);

    /// A record that cannot be read.
    ///
    /// @param line where it begins, from 1
    /// @param reason for people
    /// @param text the record as it stands in the file
    /// @return whether to go on
    boolean reject(long line, String reason, RawText text);

    /// A record as it stands in the file.
    @FunctionalInterface
    interface RawText {
        /// The text; bytes that are no UTF-8 become `U+FFFD`.
        String get();
    }
}
