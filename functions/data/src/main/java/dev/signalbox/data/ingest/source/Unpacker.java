package dev.signalbox.data.ingest.source;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.data.duckdb.DiskFailures;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Unpacks a file in constant memory and within limits.
public final class Unpacker {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int HEAD_BYTES = 512;
    private static final int NAMES_SHOWN = 5;

    private final UnpackLimits limits;
    private final Path scratch;

    /// @param scratch an existing folder that the caller empties
    public Unpacker(UnpackLimits limits, Path scratch) {
        this.limits = limits;
        this.scratch = scratch;
    }

    /// The file itself where it is not packed, else what is in it.
    ///
    /// Raises [InvalidInput] for a damaged, truncated or nested archive, one that holds not exactly one
    /// file, and one that unfolds beyond the limits; [ResourceExhausted] when the disk is full.
    ///
    /// @param name as people know the file
    public PlainFile unpack(Path file, String name) {
        Packing packing = Packing.of(head(file, name));
        try {
            PlainFile plain = switch (packing) {
                case NONE -> new PlainFile(file, name, packing);
                case GZIP -> stream(new GZIPInputStream(Files.newInputStream(file), BUFFER_BYTES), file, name, packing);
                case ZSTD -> stream(new ZstdInputStream(Files.newInputStream(file)), file, name, packing);
                case ZIP -> zip(file, name);
            };
            return packing == Packing.NONE ? plain : notPackedAgain(plain, name);
        } catch (EOFException e) {
            throw new InvalidInput(
                    "The " + packing.title() + " file " + name + " ends too early (" + size(file)
                            + " bytes are there); expected all of it.",
                    "Upload or download it again, and compare the sizes.",
                    e);
        } catch (IOException | MalformedInputException e) {
            throw damaged(packing, file, name, e);
        }
    }

    private PlainFile stream(InputStream unpacked, Path file, String name, Packing packing) throws IOException {
        Path target = Files.createTempFile(scratch, "unpacked-", "");
        long packedBytes = size(file);
        long count = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (unpacked;
                OutputStream out = Files.newOutputStream(target)) {
            for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
                count += read;
                if (limits.isBomb(count, packedBytes)) {
                    throw bomb(name, packing, count, packedBytes);
                }
                write(out, buffer, read);
            }
        }
        return new PlainFile(target, name, packing);
    }

    private static void write(OutputStream out, byte[] buffer, int count) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw DiskFailures.of("An archive cannot be unpacked", e);
        }
    }

    private PlainFile zip(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                throw BinaryFormat.refuse(name, "an Excel workbook", "Save the sheet as CSV (UTF-8).");
            }
            List<ZipEntry> entries = new ArrayList<>();
            zip.stream().filter(Unpacker::isData).forEach(entries::add);
            if (entries.size() != 1) {
                throw notOne(name, entries);
            }
            ZipEntry entry = entries.getFirst();
            PlainFile plain = stream(zip.getInputStream(entry), file, name, Packing.ZIP);
            String inner = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            return new PlainFile(plain.file(), name + "/" + inner, Packing.ZIP);
        }
    }

    private static boolean isData(ZipEntry entry) {
        String name = entry.getName();
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !entry.isDirectory() && !name.startsWith("__MACOSX/") && !last.startsWith(".");
    }

    private static InvalidInput notOne(String name, List<ZipEntry> entries) {
        if (entries.isEmpty()) {
            return new InvalidInput(
                    "The zip file " + name + " holds no file; expected one.", "Pack the data file again.");
        }
        String shown = String.join(
                ", ", entries.stream().limit(NAMES_SHOWN).map(ZipEntry::getName).toList());
        return new InvalidInput(
                "The zip file " + name + " holds " + entries.size() + " files (" + shown
                        + (entries.size() > NAMES_SHOWN ? ", …" : "") + "); expected one.",
                "Pack the file with the data alone.");
    }

    private PlainFile notPackedAgain(PlainFile plain, String name) {
        Packing inner = Packing.of(head(plain.file(), name));
        if (inner != Packing.NONE) {
            throw new InvalidInput(
                    "The " + plain.packing().title() + " file " + name + " holds another archive (" + inner.title()
                            + "); expected data.",
                    "Unpack it once and bring the inner file.");
        }
        return plain;
    }

    private InvalidInput bomb(String name, Packing packing, long count, long packedBytes) {
        return new InvalidInput(
                String.format(
                        Locale.ROOT,
                        "The %s file %s of %,d bytes unfolds to more than %,d bytes; expected at most %,d times its size.",
                        packing.title(),
                        name,
                        packedBytes,
                        count,
                        limits.ratio()),
                "If the data really is that repetitive, bring it unpacked or as Parquet.");
    }

    private static StageFailure damaged(Packing packing, Path file, String name, Exception e) {
        if (packing == Packing.NONE || (e instanceof IOException io && DiskFailures.isFull(io))) {
            return DiskFailures.of("The file " + name + " cannot be read", (IOException) e);
        }
        return new InvalidInput(
                "The " + packing.title() + " file " + name + " of " + size(file)
                        + " bytes is damaged, cut off or encrypted: " + e.getMessage() + ".",
                "Upload or download it again, and test it with the program that packed it.",
                e);
    }

    private static byte[] head(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD_BYTES);
        } catch (IOException e) {
            throw DiskFailures.of("The file " + name + " cannot be read", e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw DiskFailures.of("The file cannot be looked at", e);
        }
    }
}
