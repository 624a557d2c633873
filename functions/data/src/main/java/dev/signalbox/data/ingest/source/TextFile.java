package dev.signalbox.data.ingest.source;

import java.nio.file.Path;

/// A text in UTF-8.
///
/// @param file on this machine
/// @param offsetBytes where the text begins: behind a byte order mark
/// @param encoding that it had, such as `utf-16le`
public record TextFile(Path file, long offsetBytes, String encoding) {}
