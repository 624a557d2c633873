package dev.signalbox.model.predict;

import org.jspecify.annotations.Nullable;

/// Rows in the order of their file.
interface RowSource extends AutoCloseable {
    /// The next row; null after the last.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] where the file cannot be read on.
    @Nullable
    SourceRow next();

    @Override
    void close();
}
