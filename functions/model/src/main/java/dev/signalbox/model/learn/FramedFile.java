package dev.signalbox.model.learn;

import dev.signalbox.contract.failure.InvalidInput;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The frame of the binary artifacts of this package: little-endian, 8 letters that name the kind, the
/// version (int32), the header's length (int32), the header, the body, and the CRC-32C of all of that
/// (int64).
final class FramedFile {
    private static final int PREFIX_BYTES = 16;
    private static final int CHECKSUM_BYTES = 8;

    private final String kind;
    private final int version;
    private final String thing;

    /// @param kind 8 ASCII letters
    /// @param version of the format
    /// @param thing what messages call it
    FramedFile(String kind, int version, String thing) {
        this.kind = kind;
        this.version = version;
        this.thing = thing;
    }

    byte[] write(byte[] header, byte[] body) {
        int length = Math.addExact(PREFIX_BYTES + header.length + CHECKSUM_BYTES, body.length);
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(kind.getBytes(StandardCharsets.US_ASCII)).putInt(version).putInt(header.length);
        out.put(header).put(body);
        out.putLong(checksum(out.slice(0, length - CHECKSUM_BYTES)));
        return out.array();
    }

    /// Header and body, after all checks.
    ///
    /// Raises [InvalidInput] where the bytes are of another kind or version, cut short or damaged.
    Frame read(byte[] bytes) {
        try {
            return checked(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException e) {
            throw damaged("it is cut short at " + bytes.length + " bytes", e);
        }
    }

    private Frame checked(ByteBuffer in) {
        byte[] found = new byte[kind.length()];
        in.get(found);
        if (!Arrays.equals(found, kind.getBytes(StandardCharsets.US_ASCII))) {
            throw new InvalidInput(
                    "A file of " + in.capacity() + " bytes is not " + thing + "; expected it to begin with " + kind
                            + ".",
                    "Name an artifact that holds " + thing + ".");
        }
        int foundVersion = in.getInt();
        if (foundVersion != version) {
            throw new InvalidInput(
                    "The file of " + thing + " has the format " + foundVersion + "; expected " + version + ".",
                    "It was written by another version of Signalbox; run the pipeline again.");
        }
        int headerLength = in.getInt();
        int bodyLength = in.capacity() - PREFIX_BYTES - headerLength - CHECKSUM_BYTES;
        if (headerLength < 0 || bodyLength < 0) {
            throw damaged("its header goes beyond its end", null);
        }
        if (in.getLong(in.capacity() - CHECKSUM_BYTES) != checksum(in.slice(0, in.capacity() - CHECKSUM_BYTES))) {
            throw damaged("its checksum is wrong", null);
        }
        return new Frame(
                in.slice(PREFIX_BYTES, headerLength).order(ByteOrder.LITTLE_ENDIAN),
                in.slice(PREFIX_BYTES + headerLength, bodyLength).order(ByteOrder.LITTLE_ENDIAN));
    }

    /// A failure that says how the file is damaged.
    InvalidInput damaged(String how, @Nullable Throwable cause) {
        String message = "The file of " + thing + " is damaged: " + how + ".";
        String hint = "Run the pipeline again; the file is made anew.";
        return cause == null ? new InvalidInput(message, hint) : new InvalidInput(message, hint, cause);
    }

    private static long checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return checksum.getValue();
    }

    /// The two parts, as windows onto the file's bytes.
    record Frame(ByteBuffer header, ByteBuffer body) {
        byte[] headerBytes() {
            return bytes(header);
        }

        byte[] bodyBytes() {
            return bytes(body);
        }

        private static byte[] bytes(ByteBuffer window) {
            byte[] copy = new byte[window.remaining()];
            window.get(window.position(), copy);
            return copy;
        }
    }
}
