package dev.signalbox.model.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// A matrix as a compact typed file that is read in one go, without a database.
///
/// Little-endian throughout: the 8 bytes `SBMATRIX`, the version (int32), the header's length (int32), the
/// header ([MatrixHeader] as UTF-8 JSON, padded with spaces so that its length is a multiple of 8), `rows ×
/// features` float32 row by row, one float64 target a row where there are targets, one int64 row number a
/// row, and the CRC-32C of all of that as an int64. Equal matrices have equal bytes, except that NaNs keep
/// their bits.
public final class MatrixFile {
    /// What an artifact of this format is.
    public static final String MEDIA_TYPE = "application/vnd.signalbox.matrix";

    private static final long MAGIC = 0x5849_5254_414d_4253L;
    private static final int VERSION = 1;
    private static final int PREFIX_BYTES = 16;
    private static final int CHECKSUM_BYTES = 8;
    private static final int CHECKSUM_PIECE_BYTES = 1 << 24;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private MatrixFile() {}

    /// Reads a file by memory map.
    ///
    /// Raises [InvalidInput] where the file is absent, not a matrix, cut short or damaged.
    public static Matrix read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            return decode(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IOException e) {
            throw new InvalidInput("The matrix " + file.getFileName() + " cannot be read.", hint(), e);
        }
    }

    /// Reads the bytes of a file.
    ///
    /// Raises [InvalidInput] where they are not a matrix, cut short or damaged.
    public static Matrix read(byte[] bytes) {
        return decode(MemorySegment.ofArray(bytes));
    }

    /// Writes a file, replacing what is there.
    ///
    /// Raises [ResourceExhausted] where the disk does not take it.
    public static void write(Matrix matrix, Path file) {
        byte[] header = header(matrix);
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
                Arena arena = Arena.ofConfined()) {
            encode(matrix, header, channel.map(FileChannel.MapMode.READ_WRITE, 0, size(matrix, header), arena));
        } catch (IOException e) {
            throw new ResourceExhausted("The matrix cannot be written to disk.", "Make room on the disk.", e);
        }
    }

    /// The bytes of the file.
    ///
    /// Raises [ResourceExhausted] above 2 GiB; write such a matrix to a file.
    public static byte[] write(Matrix matrix) {
        byte[] header = header(matrix);
        long size = size(matrix, header);
        if (size > Integer.MAX_VALUE - 8) {
            throw new ResourceExhausted(
                    "The matrix takes " + size + " bytes; expected less than 2 GiB.", "Use fewer rows or columns.");
        }
        byte[] bytes = new byte[(int) size];
        encode(matrix, header, MemorySegment.ofArray(bytes));
        return bytes;
    }

    private static byte[] header(Matrix matrix) {
        try {
            return padded(ContractJson.LENIENT.writeValueAsBytes(
                    new MatrixHeader(matrix.rows(), matrix.target().length > 0, matrix.features())));
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure("The header of a matrix cannot be written.", "Report this defect.", e);
        }
    }

    private static byte[] padded(byte[] json) {
        byte[] header = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(header, json.length, header.length, (byte) ' ');
        return header;
    }

    private static long size(Matrix matrix, byte[] header) {
        return PREFIX_BYTES
                + header.length
                + 4L * matrix.values().length
                + 8L * matrix.target().length
                + 8L * matrix.rows()
                + CHECKSUM_BYTES;
    }

    private static void encode(Matrix matrix, byte[] header, MemorySegment out) {
        out.set(LONG, 0, MAGIC);
        out.set(INT, 8, VERSION);
        out.set(INT, 12, header.length);
        MemorySegment.copy(header, 0, out, ValueLayout.JAVA_BYTE, PREFIX_BYTES, header.length);
        long at = (long) PREFIX_BYTES + header.length;
        MemorySegment.copy(matrix.values(), 0, out, FLOAT, at, matrix.values().length);
        at += 4L * matrix.values().length;
        MemorySegment.copy(matrix.target(), 0, out, DOUBLE, at, matrix.target().length);
        at += 8L * matrix.target().length;
        MemorySegment.copy(matrix.rowIds(), 0, out, LONG, at, matrix.rows());
        at += 8L * matrix.rows();
        out.set(LONG, at, checksum(out, at));
    }

    private static Matrix decode(MemorySegment in) {
        if (in.byteSize() < PREFIX_BYTES + CHECKSUM_BYTES || in.get(LONG, 0) != MAGIC) {
            throw new InvalidInput(
                    "A file of " + in.byteSize() + " bytes does not begin as a matrix; expected SBMATRIX.", hint());
        }
        if (in.get(INT, 8) != VERSION) {
            throw new InvalidInput(
                    "The matrix has the format " + in.get(INT, 8) + "; expected " + VERSION + ".", hint());
        }
        int length = in.get(INT, 12);
        if (length < 0 || length > in.byteSize() - PREFIX_BYTES - CHECKSUM_BYTES) {
            throw damaged("its header goes beyond its end");
        }
        MatrixHeader header = header(in.asSlice(PREFIX_BYTES, length).toArray(ValueLayout.JAVA_BYTE));
        if (in.byteSize() != PREFIX_BYTES + length + header.bodyBytes() + CHECKSUM_BYTES) {
            throw damaged("it has " + in.byteSize() + " bytes; expected "
                    + (PREFIX_BYTES + length + header.bodyBytes() + CHECKSUM_BYTES));
        }
        long end = in.byteSize() - CHECKSUM_BYTES;
        if (in.get(LONG, end) != checksum(in, end)) {
            throw damaged("its checksum is wrong");
        }
        return body(header, in, PREFIX_BYTES + length);
    }

    private static Matrix body(MatrixHeader header, MemorySegment in, long start) {
        float[] values = new float[header.rows() * header.features().size()];
        MemorySegment.copy(in, FLOAT, start, values, 0, values.length);
        long at = start + 4L * values.length;
        double[] target = new double[header.targets()];
        MemorySegment.copy(in, DOUBLE, at, target, 0, target.length);
        at += 8L * target.length;
        long[] rowIds = new long[header.rows()];
        MemorySegment.copy(in, LONG, at, rowIds, 0, rowIds.length);
        return new Matrix(header.features(), values, target, rowIds);
    }

    private static MatrixHeader header(byte[] json) {
        try {
            return ContractJson.LENIENT.readValue(json, MatrixHeader.class);
        } catch (IOException e) {
            throw new InvalidInput("The header of a matrix cannot be read.", hint(), e);
        }
    }

    private static long checksum(MemorySegment bytes, long length) {
        CRC32C checksum = new CRC32C();
        for (long at = 0; at < length; at += CHECKSUM_PIECE_BYTES) {
            checksum.update(bytes.asSlice(at, Math.min(CHECKSUM_PIECE_BYTES, length - at))
                    .asByteBuffer());
        }
        return checksum.getValue();
    }

    private static InvalidInput damaged(String how) {
        return new InvalidInput("The matrix is damaged: " + how + ".", hint());
    }

    private static String hint() {
        return "Run the pipeline again; the matrix is made anew from the dataset.";
    }
}
