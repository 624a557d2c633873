package dev.signalbox.data.ingest.source;

import java.nio.file.Path;

/// An unpacked file.
///
/// @param file on this machine
/// @param name as people know it; inside an archive the entry's
/// @param packing what it was packed with
public record PlainFile(Path file, String name, Packing packing) {}
