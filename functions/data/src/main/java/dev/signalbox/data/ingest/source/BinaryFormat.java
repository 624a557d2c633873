package dev.signalbox.data.ingest.source;

import dev.signalbox.contract.failure.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Files that are no table we read, by the bytes that they begin with.
///
/// @param magic the first bytes, one character each
/// @param title what it is
/// @param hint what to do
record BinaryFormat(String magic, String title, String hint) {
    private static final String EXPORT = "Export the table as CSV, JSON Lines or Parquet.";
    private static final String UNPACK = "Unpack it, or pack it with gzip, zstd or zip.";
    private static final String PAGE =
            "Perhaps a login or error page was saved instead of the data: open it in a browser, then download again.";

    private static final List<BinaryFormat> KNOWN = List.of(
            new BinaryFormat("%PDF", "a PDF document", EXPORT),
            new BinaryFormat("\u0089PNG", "a PNG image", EXPORT),
            new BinaryFormat("\u00ff\u00d8\u00ff", "a JPEG image", EXPORT),
            new BinaryFormat("GIF8", "a GIF image", EXPORT),
            new BinaryFormat(
                    "\u00d0\u00cf\u0011\u00e0", "an old Excel or Office file", "Save the sheet as CSV (UTF-8)."),
            new BinaryFormat("SQLite format 3", "an SQLite database", EXPORT),
            new BinaryFormat("\u0089HDF", "an HDF5 file", EXPORT),
            new BinaryFormat("ARROW1", "an Arrow (Feather) file", "Write it as Parquet."),
            new BinaryFormat("ORC", "an ORC file", "Write it as Parquet."),
            new BinaryFormat("Obj\u0001", "an Avro file", "Write it as Parquet."),
            new BinaryFormat("PARE", "an encrypted Parquet file", "Write it without encryption."),
            new BinaryFormat("\u0080\u0004\u0095", "a Python pickle", EXPORT),
            new BinaryFormat("\u0080\u0005\u0095", "a Python pickle", EXPORT),
            new BinaryFormat("RDX", "an R data file", EXPORT),
            new BinaryFormat("BZh", "a bzip2 archive", UNPACK),
            new BinaryFormat("\u00fd7zXZ", "an xz archive", UNPACK),
            new BinaryFormat("7z\u00bc\u00af", "a 7-Zip archive", UNPACK),
            new BinaryFormat("Rar!", "a RAR archive", UNPACK),
            new BinaryFormat("\u007fELF", "a program", EXPORT));

    private static final int TAR_MARK = 257;

    /// The failure for a file of a known kind that is no table; null for all others.
    static @Nullable InvalidInput refusal(String name, byte[] head) {
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        for (BinaryFormat known : KNOWN) {
            if (bytes.startsWith(known.magic)) {
                return refuse(name, known.title, known.hint);
            }
        }
        if (bytes.startsWith("ustar", TAR_MARK)) {
            return refuse(name, "a tar archive", UNPACK);
        }
        String text = bytes.stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            return refuse(name, "an HTML page", PAGE);
        }
        return text.startsWith("<?xml") ? refuse(name, "an XML document", EXPORT) : null;
    }

    static InvalidInput refuse(String name, String found, String hint) {
        return new InvalidInput(
                "The file " + name + " is " + found
                        + "; expected CSV, TSV, JSON, JSON Lines or Parquet, plain or packed"
                        + " with gzip, zstd or zip.",
                hint);
    }
}
